package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.intake.mail.Authentication;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUse;
import org.springframework.stereotype.Component;

/** What {@link SortMail} asks of {@code mail-screening} and reads in it. */
@Component
class ScreeningTable implements TableUse {

    private static final String WORD = "policy.word.";

    @Override
    public String table() {
        return "mail-screening";
    }

    @Override
    public Map<String, TableColumn> columns() {
        return Map.of("kind", words("mail-kind", "OWN", "TOO_LARGE", "NOTICE", "PERSONAL", "AUTOMATIC", "BULK", "RETURNED", "UNREADABLE"),
                "reference", words("reference", "NONE", "CASE", "CLOSED", "REVIEW"),
                "sender", words("sender", "KNOWN", "STRANGER"),
                "content", words("content", "COMPLAINT", "OUT_OF_OFFICE", "BOTH", "EMPTY", "OTHER"),
                "authentication", TableColumn.words(Authentication.class),
                "route", words("mail-route", "OPEN", "JOIN", "BOUNCE", "ASK", "IGNORE"),
                "reason", TableColumn.words("Reason", Stream.of(Reason.values()).map(Enum::name).filter(reason -> !reason.startsWith("SAID_")).toList()));
    }

    private static TableColumn words(String labels, String... words) {
        return TableColumn.words(WORD + labels, List.of(words));
    }
}

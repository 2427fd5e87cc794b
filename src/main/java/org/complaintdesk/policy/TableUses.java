package org.complaintdesk.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Consumer;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.WordLists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module's classes read in the tables they ask. */
@Configuration(proxyBeanMethods = false)
class TableUses {

    private record Use(String table, Map<String, TableColumn> columns) implements TableUse {
    }

    @Bean
    TableUse categoryTable() {
        return new Use("complaint-category", Map.of("words", TableColumn.said(), "channel", TableColumn.channels(),
                "category", TableColumn.words(Category.class), "party", TableColumn.words(ResponsibleParty.class)));
    }

    @Bean
    TableUse severityTable() {
        return new Use("complaint-severity", Map.of("category", TableColumn.words(Category.class), "words", TableColumn.said(),
                "channel", TableColumn.channels(), "severity", TableColumn.words(Severity.class),
                "priority", TableColumn.whole(0, 100)));
    }

    @Bean
    TableUse remedyTable() {
        return new Use("remedy", Map.of("category", TableColumn.words(Category.class), "remedy", TableColumn.words(Remedy.class),
                "limitFactor", TableColumn.number("0", "100"), "limitFloor", TableColumn.number("0", "1000000")));
    }

    @Bean
    TableUse authorityTable() {
        return new Use("authority", Map.of("remedy", TableColumn.words(Remedy.class), "severity", TableColumn.words(Severity.class),
                "approval", TableColumn.labelled("policy.word.approval")));
    }

    @Bean
    TableUse publicReplyTable(Wording wording) {
        return new Use("public-reply", Map.of("platform", TableColumn.channels(), "longest", TableColumn.whole(1, 10_000),
                "within", TableColumn.time(duration(wording))));
    }

    @Bean
    TableUse reviewTriageTable(WordLists lists) {
        return new Use("review-triage", Map.of("hits", TableColumn.lists(lists.named("review-triage")),
                "kind", TableColumn.words(ReviewKind.class), "urgency", TableColumn.words(Severity.class),
                "priority", TableColumn.whole(0, 100)));
    }

    private static Consumer<String> duration(Wording wording) {
        return text -> {
            try {
                if (Duration.parse(text).isNegative() || Duration.parse(text).isZero()) {
                    throw new IllegalArgumentException(wording.text("policy.no-duration", text));
                }
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(wording.text("policy.no-duration", text), e);
            }
        };
    }
}

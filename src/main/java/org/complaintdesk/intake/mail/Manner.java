package org.complaintdesk.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a program wrote a mail, what filters think of it and whether its sender's domain is proven: by its header. */
final class Manner {

    private static final Pattern MACHINE = Pattern.compile("(mailer-daemon|mail-daemon|postmaster|mailerdaemon|no-?reply|do-?not-?reply|bounces?)([+_=-].*)?@.*");
    /** The whole subject, or set apart from what it answers: people too begin a sentence with these words. */
    private static final Pattern ANSWERED_BY_PROGRAM = Pattern.compile("(?i)^\\s*[\\[【(（]?\\s*((自动回复|自动答复|自動回覆|系统自动回复"
            + "|auto(matic|mated)?[ -]?(reply|response)|out of (the )?office( reply)?|外出(自动)?回复|不在办公室)\\s*)+([\\]】)）:：].*)?$");
    private static final Pattern SPAM_LEVEL = Pattern.compile("\\d+");
    private static final int SPAM_CONFIDENCE = 5;

    private final Header header;

    Manner(Header header) {
        this.header = header;
    }

    /** RFC 3834: {@code no} is a person. Read receipts, delivery reports and mails without a return path are not. */
    boolean isAutomatic() {
        String submitted = header.lower("Auto-Submitted").replaceAll("[;(].*", "").strip();
        return !submitted.isEmpty() && !submitted.equals("no")
                || Stream.of("X-Autoreply", "X-Autorespond", "X-Autoreply-From", "X-Mail-Autoreply", "X-AutoReply-Processed")
                        .anyMatch(name -> header.first(name).filter(value -> !value.equalsIgnoreCase("no")).isPresent())
                || header.lower("Precedence").contains("auto_reply")
                || suppressesAnswers()
                || hasNoReturnPath()
                || MACHINE.matcher(sender()).matches()
                || ANSWERED_BY_PROGRAM.matcher(header.text("Subject")).matches();
    }

    /** Exchange and help desks ask that way not to be answered by a program. Requests about receipts alone mean nothing. */
    private boolean suppressesAnswers() {
        return Stream.of(header.lower("X-Auto-Response-Suppress").split("[,\\s]+"))
                .anyMatch(word -> List.of("all", "oof", "autoreply").contains(word));
    }

    boolean hasNoReturnPath() {
        return header.first("Return-Path").filter(path -> path.replaceAll("\\s", "").equals("<>")).isPresent();
    }

    boolean isBulk() {
        return List.of("bulk", "list", "junk").contains(header.lower("Precedence"))
                || header.first("List-Id").isPresent() || header.first("List-Unsubscribe").isPresent()
                || header.first("Feedback-ID").isPresent();
    }

    boolean isMarkedAsSpam() {
        return Stream.of("X-Spam-Flag", "X-Spam", "X-Spam-Status", "X-QQ-SPAM", "X-Rspamd-Spam")
                .map(header::lower).anyMatch(value -> value.startsWith("yes") || value.startsWith("true"))
                || SPAM_LEVEL.matcher(header.lower("X-MS-Exchange-Organization-SCL")).results()
                        .anyMatch(level -> level.group().length() < 3 && Integer.parseInt(level.group()) >= SPAM_CONFIDENCE);
    }

    /**
     * Only the topmost result is read: our own server writes it above whatever a sender brought along.
     *
     * @param server the name our server signs its results with; null when it is not known
     */
    Authentication authentication(String server) {
        String result = header.all("Authentication-Results").stream().map(value -> value.toLowerCase(Locale.ROOT).strip())
                .filter(value -> server == null || value.startsWith(server.toLowerCase(Locale.ROOT))).findFirst().orElse("");
        if (result.contains("dmarc=fail")) {
            return Authentication.FAILED;
        }
        if (result.contains("dmarc=pass") || result.contains("dkim=pass")) {
            return Authentication.PASSED;
        }
        if (result.contains("spf=fail") || result.contains("dkim=fail")) {
            return Authentication.FAILED;
        }
        return result.contains("spf=pass") ? Authentication.PASSED : Authentication.UNKNOWN;
    }

    private String sender() {
        String address = header.sender().address();
        return address == null ? "" : address;
    }
}

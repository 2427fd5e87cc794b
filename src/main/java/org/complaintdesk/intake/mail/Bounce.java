package org.complaintdesk.intake.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.update.Undelivered;

/** Notices that a mail did not arrive: those of RFC 3464, and those that servers word as they like. */
final class Bounce {

    private static final Pattern FROM = Pattern.compile("(mailer-?daemon|mail-?daemon|postmaster|mdaemon|system|mailadmin|daemon)([+_=-].*)?@.*");
    private static final Pattern SUBJECT = Pattern.compile("(?i).*(退信|退件|无法送达|未送达|无法投递|投递失败|发送失败|undeliver|delivery status notification|"
            + "delivery failure|mail delivery (failed|system)|returned mail|failure notice|delivery has failed|could not be delivered|"
            + "delivery (notification|report)|message delivery delayed|warning: message).*");
    private static final Pattern DELAYED = Pattern.compile("(?i)(delayed|will (be )?retr|not need to (resend|do anything)|延迟|仍在重试|继续(尝试|重试)|稍后重试|warning message only)");
    private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\w.@-])([45])(\\d\\d|\\.\\d{1,3}\\.\\d{1,3})(?![\\w.@])");
    /** Their digits are no reply codes. */
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+=-]{1,200}@[\\w.-]{1,200}");
    private static final Pattern RECIPIENT = Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*(?:[\\w-]+\\s*;)?\\s*<?([^<>\\s;]+@[^<>\\s;]+?)>?\\s*$");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d+\\.\\d+)");
    private static final Pattern DIAGNOSIS = Pattern.compile("(?im)^Diagnostic-Code:\\s*([^\\r\\n]{1,1000})");
    private static final int REASON_LENGTH = 300;

    private Bounce() {
    }

    /**
     * @param report the delivery-status part
     * @return empty when it reports success
     */
    static Optional<ReturnedMail> of(String report) {
        String action = first(ACTION, report).orElse("failed").toLowerCase();
        if (action.equals("delivered") || action.equals("relayed") || action.equals("expanded")) {
            return Optional.empty();
        }
        String status = first(STATUS, report).orElse("");
        String reason = first(DIAGNOSIS, report).orElse(status.isEmpty() ? action : status);
        List<String> recipients = RECIPIENT.matcher(report).results().map(found -> found.group(1).toLowerCase()).distinct().toList();
        Undelivered verdict = action.equals("failed") ? givenUp(status, reason) : Undelivered.DELAYED;
        return Optional.of(new ReturnedMail(recipients, oneLine(reason), verdict));
    }

    /** A full mailbox or a server nobody reaches (4.x.x) ends this mail after some days, not the address; no more does a refusal of us. */
    private static Undelivered givenUp(String status, String reason) {
        return status.startsWith("4") || Undelivered.isRefusalOfUs(status) || Undelivered.isRefusalOfUs(reason) ? Undelivered.LOST : Undelivered.ADDRESS_DEAD;
    }

    /** @param text everything the notice says, the mail it returns included */
    static Optional<ReturnedMail> bySight(Header header, String text, List<String> own) {
        String from = Optional.ofNullable(header.sender().address()).orElse("");
        boolean machine = FROM.matcher(from).matches() || new Manner(header).hasNoReturnPath();
        if (!machine || !SUBJECT.matcher(header.text("Subject")).matches()) {
            return Optional.empty();
        }
        List<String> failed = header.first("X-Failed-Recipients").map(Header::addresses).orElseGet(() -> Header.addresses(text).stream()
                .filter(address -> !address.equals(from) && !own.contains(address) && !FROM.matcher(address).matches()).limit(1).toList());
        boolean mayArrive = DELAYED.matcher(text).find() || first(REPLY_CODE, ADDRESS.matcher(text).replaceAll("")).filter("4"::equals).isPresent();
        return Optional.of(new ReturnedMail(failed, oneLine(reasonIn(text)), mayArrive ? Undelivered.DELAYED : givenUp("", text)));
    }

    private static String reasonIn(String text) {
        return text.lines().map(String::strip).filter(line -> REPLY_CODE.matcher(line).find()).findFirst()
                .orElseGet(() -> text.lines().map(String::strip).filter(line -> line.length() > 5).findFirst().orElse("?"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), REASON_LENGTH));
    }
}

package org.complaintdesk.ledger;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A target as people write it: 48 小时, 30 min, 7 个工作日, or as the table does: PT48H, 7WD. */
final class TargetText {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})\\s*(\\p{L}[\\p{L} ]*)");
    private static final Pattern TABLE = Pattern.compile("\\d{1,4}WD|P(?=.)(\\d{1,4}D)?(T(\\d{1,5}H)?(\\d{1,6}M)?)?");

    private TargetText() {
    }

    /** @return the target as the table writes it; empty when it cannot be understood, or is nothing at all */
    static Optional<String> read(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        if (TABLE.matcher(plain).matches() && !plain.endsWith("T")) {
            return Optional.of(plain).filter(TargetText::allowsTime);
        }
        Matcher written = WRITTEN.matcher(plain);
        return written.matches() ? unit(Integer.parseInt(written.group(1)), written.group(2)).filter(TargetText::allowsTime)
                : Optional.empty();
    }

    private static Optional<String> unit(int number, String unit) {
        return Optional.ofNullable(switch (unit) {
            case "分", "分钟", "M", "MIN", "MINUTE", "MINUTES" -> "PT" + number + "M";
            case "小时", "个小时", "时", "H", "HOUR", "HOURS" -> "PT" + number + "H";
            case "天", "日", "D", "DAY", "DAYS" -> "P" + number + "D";
            case "个工作日", "工作日", "WD", "WORKING DAY", "WORKING DAYS" -> number + "WD";
            default -> null;
        });
    }

    private static boolean allowsTime(String target) {
        return target.endsWith("WD") ? !target.replace("WD", "").matches("0+") : Duration.parse(target).toMinutes() > 0;
    }
}

package org.complaintdesk.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Times in tables: {@code PT24H}, {@code P3D}, {@code 7WD} in the cell, 24 hours, 3 days, 7 working days on the page. Each
 * says exactly one thing, so that what nobody changed stays as it was written: 24 hours are not turned into a day.
 */
@Component
class TimeCells {

    private static final Pattern CELL = Pattern.compile("P(?=.)(?:(\\d{1,5})D)?(?:T(?=.)(?:(\\d{1,5})H)?(?:(\\d{1,5})M)?)?");
    private static final Pattern WORKING_DAYS_CELL = Pattern.compile("(\\d{1,4})WD");
    private static final Pattern TYPED = Pattern.compile("(?:(\\d{1,5})\\s*(?:天|日|days?|d))?[\\s,]*"
            + "(?:(\\d{1,5})\\s*(?:个?小时|hours?|hrs?|h))?[\\s,]*(?:(\\d{1,5})\\s*(?:分钟?|minutes?|mins?|m))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORKING_DAYS_TYPED = Pattern.compile("(\\d{1,4})\\s*(?:个?工作日|working days?)",
            Pattern.CASE_INSENSITIVE);

    private final Wording wording;

    TimeCells(Wording wording) {
        this.wording = wording;
    }

    /** @return the time in words; what is none as it is */
    String said(String cell) {
        Matcher working = WORKING_DAYS_CELL.matcher(cell);
        if (working.matches()) {
            return wording.text("tables.time.working-days", Integer.parseInt(working.group(1)));
        }
        Matcher time = CELL.matcher(cell);
        if (!time.matches()) {
            return cell;
        }
        List<String> parts = new ArrayList<>();
        add(parts, "days", time.group(1));
        add(parts, "hours", time.group(2));
        add(parts, "minutes", time.group(3));
        return String.join(" ", parts);
    }

    private void add(List<String> parts, String unit, String number) {
        if (number != null) {
            parts.add(wording.text("tables.time." + unit, Integer.parseInt(number)));
        }
    }

    /** @return the cell for what somebody typed, in words of either language or as cells have it; what is none as it is */
    static String read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        Matcher working = WORKING_DAYS_TYPED.matcher(plain);
        if (working.matches()) {
            return working.group(1) + "WD";
        }
        Matcher time = TYPED.matcher(plain);
        if (!time.matches()) {
            return typed;
        }
        String days = part(time.group(1), "D");
        String hours = part(time.group(2), "H") + part(time.group(3), "M");
        return days.isEmpty() && hours.isEmpty() ? typed : "P" + days + (hours.isEmpty() ? "" : "T" + hours);
    }

    private static String part(String number, String unit) {
        return number == null ? "" : number + unit;
    }
}

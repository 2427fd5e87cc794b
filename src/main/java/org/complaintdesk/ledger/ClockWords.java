package org.complaintdesk.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockView.Wait;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** The words for what clocks are made of. */
@Component
class ClockWords {

    private static final String ALWAYS = "always";
    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d+)WD");
    private static final Pattern WORD = Pattern.compile("([A-Z][A-Z0-9_]*)(?:: (.*))?", Pattern.DOTALL);
    /** Where the words for a reason stand in the bundles. */
    private static final List<String> WORDS = List.of("pause.", "why.", "Happening.", "Stage.");
    private static final List<String> NOBODY = List.of("system", "customer");

    private final Wording wording;
    private final TimeWords times;
    private final Staff staff;

    ClockWords(Wording wording, TimeWords times, Staff staff) {
        this.wording = wording;
        this.times = times;
        this.staff = staff;
    }

    String name(ClockKey key) {
        return wording.of(key.name());
    }

    /** @param by a user id, or a word for who is no person */
    String who(String by) {
        return NOBODY.contains(by) ? wording.text("cases.who." + by) : staff.displayName(by);
    }

    /** @param why a word in capitals that the bundles know, with what exactly after a colon, or a person's own words */
    String why(String why) {
        Matcher word = WORD.matcher(why);
        return word.matches() ? why(word.group(1), word.group(2)) : why;
    }

    String why(PauseReason reason) {
        return why(reason.word(), reason.detail());
    }

    String why(String word, String detail) {
        String text = known(word);
        return detail == null || detail.isBlank() ? text : wording.text("ledger.with-detail", text, detail);
    }

    /** @return everything it waits for */
    String waitsFor(List<Wait> waits) {
        return waits.stream().map(wait -> why(wait.reason())).distinct().collect(Collectors.joining(wording.text("ledger.reasons.and")));
    }

    /** @return why it went on: what it waited for is over, or a person's own words */
    String over(String why) {
        return WORD.matcher(why).matches() ? wording.text("ledger.over", why(why)) : why;
    }

    private String known(String word) {
        for (String bundle : WORDS) {
            try {
                return wording.text(bundle + word);
            } catch (NoSuchMessageException notThere) {
                continue;
            }
        }
        return word;
    }

    /** @param target as the table says it, such as {@code PT24H} or {@code 7WD} */
    String target(String target) {
        Matcher days = WORKING_DAYS.matcher(target);
        return days.matches() ? wording.text("ledger.working-days", Integer.parseInt(days.group(1)))
                : times.open(Duration.parse(target));
    }

    String calendar(CalendarSheet calendar) {
        String name;
        try {
            name = wording.text("calendar." + calendar.name());
        } catch (NoSuchMessageException ofTheShop) {
            name = calendar.name();
        }
        return name;
    }

    /** @return when the calendar counts, such as 每天 09:00–12:00、13:00–21:00 */
    String hours(CalendarSheet calendar) {
        if (isAlways(calendar)) {
            return wording.text("calendar.always");
        }
        return List.of(calendar.hours().split("\\s*;\\s*")).stream().map(this::line).collect(Collectors.joining(wording.text("calendar.then")));
    }

    private String line(String line) {
        String[] words = line.strip().split("\\s+");
        String days = List.of(words[0].toUpperCase(Locale.ROOT).split("-")).stream().map(day -> wording.text("calendar.day." + day))
                .collect(Collectors.joining(wording.text("calendar.to")));
        String windows = List.of(words).subList(1, words.length).stream().map(this::window).collect(Collectors.joining(wording.text("calendar.and")));
        return days + " " + windows;
    }

    private String window(String window) {
        return switch (window.toLowerCase(Locale.ROOT)) {
            case "closed" -> wording.text("calendar.closed");
            case "00:00-24:00" -> wording.text("calendar.whole-day");
            default -> window.replace('-', '–');
        };
    }

    /** @param calendar the one the time was measured on */
    String length(CalendarSheet calendar, Duration length) {
        return isAlways(calendar) ? times.wall(length) : times.open(length);
    }

    private static boolean isAlways(CalendarSheet calendar) {
        return calendar.hours().equalsIgnoreCase(ALWAYS);
    }
}

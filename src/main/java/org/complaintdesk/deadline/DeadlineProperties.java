package org.complaintdesk.deadline;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.complaintdesk.deadline.calendar.WeeklyHours;
import org.complaintdesk.platform.QuietHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the deadlines; the durations themselves are in the decision tables {@code deadline} and
 * {@code service-level}.
 *
 * @param reminderShare the part of the allowed time after which the assignee is reminded, 0.8 for 80 %
 * @param quietHours    when reminders of tasks wait, in the installation's time zone; {@code off} for never
 * @param calendars     further calendars, or other hours for those that come with the desk, by the name the table uses
 * @param holidayFolder a folder with files such as {@code 2027.yaml}, read at start; null when there is none
 */
@Validated
@ConfigurationProperties("complaintdesk.deadline")
record DeadlineProperties(@DefaultValue("0.8") @DecimalMin("0.05") @DecimalMax("0.99") BigDecimal reminderShare,
                          @DefaultValue("22:00-08:00") QuietHours quietHours,
                          Map<String, Calendar> calendars, Path holidayFolder) {

    DeadlineProperties {
        calendars = calendars == null ? Map.of() : Map.copyOf(calendars);
    }

    /**
     * @param hours    such as {@code Mon-Fri 09:00-12:00,13:00-18:00; Sat 10:00-16:00}, or {@code always}
     * @param holidays {@code cn} to keep the Chinese holidays, {@code none} for none
     */
    record Calendar(String hours, @DefaultValue("none") Keeps holidays) {

        Calendar {
            if (hours == null || hours.isBlank()) {
                throw new IllegalArgumentException("A calendar needs hours, such as Mon-Sun 09:00-21:00");
            }
            try {
                WeeklyHours.parse(hours);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("A calendar's hours \"" + hours + "\": " + e.getMessage());
            }
        }

        WeeklyHours week() {
            return WeeklyHours.parse(hours);
        }
    }

    /** Which holidays a calendar keeps. */
    enum Keeps {
        CN, NONE
    }
}

package org.complaintdesk.deadline;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintdesk.deadline.DeadlineProperties.Calendar;
import org.complaintdesk.deadline.DeadlineProperties.Keeps;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.deadline.calendar.WeeklyHours;
import org.complaintdesk.platform.CannotStart;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.springframework.stereotype.Component;

/**
 * The calendars the rules name: {@code ROUND_THE_CLOCK}, {@code SERVICE_HOURS}, {@code WORKING_DAYS},
 * {@code PLATFORM_HOURS}, and those of the settings, in the zone of a shop. Capitals, hyphens and underscores in a name
 * make no difference. Holidays are what is known of them today.
 */
@Component
public class Calendars {

    public static final String ROUND_THE_CLOCK = "ROUND_THE_CLOCK";
    public static final String SERVICE_HOURS = "SERVICE_HOURS";
    public static final String WORKING_DAYS = "WORKING_DAYS";
    public static final String PLATFORM_HOURS = "PLATFORM_HOURS";

    private static final Map<String, Calendar> DEFAULTS = Map.of(
            ROUND_THE_CLOCK, new Calendar("always", Keeps.NONE),
            SERVICE_HOURS, new Calendar("MON-SUN 09:00-21:00", Keeps.NONE),
            WORKING_DAYS, new Calendar("MON-FRI 00:00-24:00", Keeps.CN),
            PLATFORM_HOURS, new Calendar("MON-SUN 09:00-18:00", Keeps.NONE));

    private final Map<String, Calendar> byName = new HashMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Shop> shops = new HashMap<>();
    private final ZoneId zone;
    private final HolidayData holidays;

    /** @throws CannotStart when a shop names a calendar that there is not, or two settings name one */
    Calendars(DeadlineProperties settings, DeskProperties desk, HolidayData holidays) {
        this.zone = desk.zone();
        this.holidays = holidays;
        DEFAULTS.forEach((name, calendar) -> {
            byName.put(plain(name), calendar);
            names.put(plain(name), name);
        });
        Map<String, String> seen = new HashMap<>();
        settings.calendars().forEach((name, calendar) -> {
            String twin = seen.put(plain(name), name);
            if (twin != null) {
                throw new CannotStart("complaintdesk.deadline.calendars names one calendar twice: " + twin
                        + ", " + name);
            }
            byName.put(plain(name), calendar);
            names.putIfAbsent(plain(name), name);
        });
        desk.shops().forEach(shop -> {
            shops.put(shop.name(), shop);
            shop.calendars().values().forEach(name -> known(name, "complaintdesk.shops, " + shop.name()));
        });
    }

    /**
     * @param name as a rule names it
     * @param shop the shop's name; its zone and its own calendar count where the settings give them; may be null
     * @throws IllegalArgumentException when there is no such calendar
     */
    public BusinessCalendar of(String name, String shop) {
        Shop known = shop == null ? null : shops.get(shop);
        ZoneId where = known == null || known.zone() == null ? zone : known.zone();
        String own = known == null ? name : known.calendars().entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(name))).map(Map.Entry::getValue).findFirst()
                .orElse(name);
        Calendar calendar = byName.get(plain(own));
        if (calendar == null) {
            throw new IllegalArgumentException(unknown(own));
        }
        return new BusinessCalendar(own, where, calendar.week(), holidays(calendar.holidays()));
    }

    /** @return every calendar, in the desk's own zone */
    public List<CalendarSheet> all() {
        return names.values().stream().map(name -> sheet(of(name, null))).toList();
    }

    /** @throws CannotStart when there is no calendar of that name; says where it is named */
    void known(String name, String where) {
        if (!byName.containsKey(plain(name))) {
            throw new CannotStart(where + ": " + unknown(name));
        }
    }

    /** @return the calendar as it was written down with a clock, with the holidays known today */
    public BusinessCalendar read(CalendarSheet sheet) {
        return new BusinessCalendar(sheet.name(), sheet.zone(), WeeklyHours.parse(sheet.hours()),
                holidays(sheet.holidays() ? Keeps.CN : Keeps.NONE));
    }

    static CalendarSheet sheet(BusinessCalendar calendar) {
        return new CalendarSheet(calendar.name(), calendar.zone(), calendar.hours().text(),
                calendar.holidays() != Holidays.NONE);
    }

    private Holidays holidays(Keeps keeps) {
        return keeps == Keeps.CN ? holidays.china() : Holidays.NONE;
    }

    private String unknown(String name) {
        return "There is no calendar " + name + "; known are " + new TreeSet<>(byName.keySet());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

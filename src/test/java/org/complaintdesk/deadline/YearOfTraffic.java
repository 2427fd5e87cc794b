package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintdesk.deadline.ClockStory.Event;
import org.complaintdesk.deadline.ClockStory.What;

/**
 * A year of made-up cases with their clocks, the same every time: they come in day and night, wait for customers, are
 * judged graver or milder, move to another shop, are settled in time or late or never, and come back.
 */
final class YearOfTraffic {

    private static final int MINUTE = 2;
    private static final int DAY = 24 * 60 * MINUTE;
    private static final Map<String, BigDecimal> SHARES = shares();
    private static final List<PlainCalendar> SHOPS = List.of(PlainCalendar.ALWAYS, PlainCalendar.ALWAYS, PlainCalendar.SERVICE,
            PlainCalendar.OFFICE, PlainCalendar.NEW_YORK, PlainCalendar.BERLIN_ALWAYS);

    private final Random random;
    private final int received;
    private final PlainCalendar shop;

    private YearOfTraffic(int number) {
        random = new Random(20260101L + number);
        received = DAY + random.nextInt(365 * DAY);
        shop = SHOPS.get(random.nextInt(SHOPS.size()));
    }

    static Stream<List<ClockStory>> cases(int count) {
        return IntStream.range(0, count).mapToObj(number -> new YearOfTraffic(number).clocks());
    }

    private List<ClockStory> clocks() {
        List<ClockStory> clocks = new ArrayList<>();
        clocks.add(story("FIRST_RESPONSE", PlainCalendar.SERVICE, "5m", 20 * MINUTE, false));
        clocks.add(story("PROPOSAL", shop, minutes(2, 8, 24), 20 * 60 * MINUTE, true));
        clocks.add(story("SETTLEMENT", shop, minutes(8, 24, 24), 2 * DAY, true));
        if (random.nextInt(3) == 0) {
            clocks.add(story("NEXT_RESPONSE", PlainCalendar.SERVICE, "120m", 5 * 60 * MINUTE, false));
        }
        if (random.nextInt(3) == 0) {
            clocks.add(story("EXECUTION", PlainCalendar.OFFICE, minutes(8, 16, 24), 4 * DAY, true));
        }
        if (random.nextInt(5) == 0) {
            clocks.add(story("REGULATOR", PlainCalendar.DAYS, (3 + random.nextInt(8)) + "WD", 12 * DAY, true));
        }
        if (random.nextInt(10) == 0) {
            clocks.add(story("COURIER_CLAIM", PlainCalendar.ALWAYS, (7 * 24 * 60) + "m", 9 * DAY, true));
        }
        return clocks;
    }

    /** @param usual roughly how long it takes until what is measured is done */
    private ClockStory story(String name, PlainCalendar calendar, String target, int usual, boolean rich) {
        int start = received + (rich ? 0 : random.nextInt(30));
        // Some cases were taken down on paper first.
        int known = random.nextInt(20) == 0 ? start + random.nextInt(2 * usual) : start;
        List<Event> events = new ArrayList<>();
        int now = known;
        boolean waiting = false;
        for (int left = rich ? random.nextInt(7) : random.nextInt(2); left > 0; left--) {
            now += random.nextInt(Math.max(2, usual / 2));
            if (random.nextInt(5) == 0) {
                events.add(change(now, calendar, target));
            } else if (rich) {
                events.add(new Event(waiting ? What.RESUME : What.PAUSE, now, null, null));
                waiting = !waiting;
            }
        }
        if (random.nextInt(10) > 0) {
            now += random.nextInt(2 * usual);
            events.add(new Event(What.STOP, now, null, null));
            if (rich && random.nextInt(4) == 0) {
                now += random.nextInt(3 * DAY);
                events.add(new Event(random.nextBoolean() ? What.REOPEN : What.CONTINUE, now, null, null));
                if (random.nextInt(4) > 0) {
                    now += random.nextInt(2 * usual);
                    events.add(new Event(What.STOP, now, null, null));
                }
            }
        }
        return new ClockStory(name, calendar, target, SHARES, start, known, events, now + 30 * DAY);
    }

    private Event change(int at, PlainCalendar calendar, String target) {
        if (target.endsWith("WD")) {
            return new Event(What.CHANGE, at, calendar, (3 + random.nextInt(8)) + "WD");
        }
        PlainCalendar other = random.nextInt(3) == 0 ? SHOPS.get(random.nextInt(SHOPS.size())) : calendar;
        return new Event(What.CHANGE, at, other, minutes(2, 8, 24));
    }

    private String minutes(int urgent, int heavy, int usual) {
        int dice = random.nextInt(10);
        return 60 * (dice == 0 ? urgent : dice < 4 ? heavy : usual) + "m";
    }

    private static Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        shares.put("WARNING", new BigDecimal("0.8"));
        shares.put("BREACH_1", BigDecimal.ONE);
        shares.put("BREACH_2", new BigDecimal("1.5"));
        shares.put("BREACH_3", new BigDecimal("2"));
        return shares;
    }
}

package org.complaintdesk.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of some people is there at one moment. */
final class Presence {

    private final Map<String, DutyStore.Entry> hours;
    private final Set<String> absent;
    private final LocalDateTime onTheWall;

    private Presence(Map<String, DutyStore.Entry> hours, Set<String> absent, LocalDateTime onTheWall) {
        this.hours = hours;
        this.absent = absent;
        this.onTheWall = onTheWall;
    }

    static Presence of(Collection<String> people, Instant moment, ZoneId zone, DutyStore store) {
        Set<String> absent = store.absences(people, moment, moment.plusMillis(1)).stream().map(Absence::person)
                .collect(Collectors.toSet());
        return new Presence(store.hours(people), absent, LocalDateTime.ofInstant(moment, zone));
    }

    /** @return those on duty: not away, and within their hours, if any were entered */
    List<String> onDuty(List<String> people) {
        return people.stream().filter(person -> !isAbsent(person) && inHours(person)).toList();
    }

    /** @return those not away, whether within their hours or not */
    List<String> notAway(List<String> people) {
        return people.stream().filter(person -> !isAbsent(person)).toList();
    }

    boolean isAbsent(String person) {
        return absent.contains(person);
    }

    boolean inHours(String person) {
        DutyStore.Entry entry = hours.get(person);
        return entry == null || entry.hours().holds(onTheWall);
    }

    /** @return whether hours were entered for this person and this moment lies in them */
    boolean isOnShift(String person) {
        DutyStore.Entry entry = hours.get(person);
        return entry != null && !entry.hours().isAnyTime() && entry.hours().holds(onTheWall);
    }
}

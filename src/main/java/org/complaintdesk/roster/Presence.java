package org.complaintdesk.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who of some people is there at one moment. */
final class Presence {

    private final Map<String, DutyHours> hours = new HashMap<>();
    private final Set<String> absent = new HashSet<>();
    private final LocalDateTime onTheWall;

    private Presence(LocalDateTime onTheWall) {
        this.onTheWall = onTheWall;
    }

    static Presence of(Collection<String> people, Instant moment, ZoneId zone, DutyStore store) {
        Presence presence = new Presence(LocalDateTime.ofInstant(moment, zone));
        store.at(people, moment).forEach(presence::add);
        return presence;
    }

    private void add(DutyStore.Whereabouts person) {
        if (person.hours() != null) {
            hours.put(person.person(), person.hours());
        }
        if (person.absent()) {
            absent.add(person.person());
        }
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
        DutyHours entered = hours.get(person);
        return entered == null || entered.holds(onTheWall);
    }

    /** @return whether hours were entered for this person and this moment lies in them */
    boolean isOnShift(String person) {
        DutyHours entered = hours.get(person);
        return entered != null && !entered.isAnyTime() && entered.holds(onTheWall);
    }
}

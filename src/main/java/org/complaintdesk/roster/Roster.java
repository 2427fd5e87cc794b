package org.complaintdesk.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duty roster 值班: who is on duty, and who hears of what is meant for a person or a group. On duty is who is not away and
 * within his or her weekly hours; for whom nobody entered hours, that is any time.
 */
@Component
@Transactional(readOnly = true)
public class Roster {

    private final DutyStore store;
    private final Staff staff;
    private final Shops shops;
    private final RosterProperties settings;
    private final ZoneId zone;

    Roster(DutyStore store, Staff staff, Shops shops, RosterProperties settings, DeskProperties desk) {
        this.store = store;
        this.staff = staff;
        this.shops = shops;
        this.settings = settings;
        this.zone = desk.zone();
    }

    /** @return the ids of the group's people on duty at that moment, in alphabetical order */
    public List<String> onDuty(StaffGroup group, Instant moment) {
        return onDuty(staff.members(group.id()), moment);
    }

    /** @return those of these people who are on duty at that moment, in the same order */
    public List<String> onDuty(List<String> people, Instant moment) {
        return presence(people, moment).onDuty(people);
    }

    /** @return those of these people who are not away at that moment, whether on duty or not, in the same order */
    public List<String> notAway(List<String> people, Instant moment) {
        return presence(people, moment).notAway(people);
    }

    /** @return whether this person is away at that moment */
    public boolean isAbsent(String user, Instant moment) {
        return store.isAbsent(user, moment);
    }

    /**
     * Who hears of something now. A person who is away is skipped for his or her group; one whose hours are over hears, and
     * the group's people on duty too, or the next level's when there are none. When nobody of a group is on duty, all of it who are not away hear, and whoever is on
     * duty at the next level: supervisors, then managers. Only who sees the shop hears; a person who does not is skipped like
     * one who is away.
     *
     * @param userOrGroup whom it is meant for
     * @param shop        what it is about; null for no particular one
     * @return user ids, never none while there is anybody at all at one of these levels or an administrator
     */
    public List<String> recipients(String userOrGroup, String shop, Instant moment) {
        List<String> groups = StaffGroup.isOne(userOrGroup) ? null : staff.groups(userOrGroup);
        if (groups == null) {
            return Optional.of(ofGroup(userOrGroup, shop, moment)).filter(people -> !people.isEmpty())
                    .orElseGet(() -> staff.members(StaffGroup.ADMINISTRATORS.id()));
        }
        if (!shops.sees(userOrGroup, shop)) {
            return recipients(Ladder.groupOf(groups), shop, moment);
        }
        String group = Ladder.groupOf(groups);
        Presence person = presence(List.of(userOrGroup), moment);
        if (person.isAbsent(userOrGroup)) {
            List<String> others = ofGroup(group, shop, moment);
            return others.isEmpty() ? List.of(userOrGroup) : others;
        }
        Set<String> told = new LinkedHashSet<>(List.of(userOrGroup));
        if (!person.inHours(userOrGroup)) {
            told.addAll(onDutyFrom(group, shop, moment));
        }
        return List.copyOf(told);
    }

    /**
     * Whose task something is now: the group's, and while all of it who see the shop are away also the next level's.
     *
     * @param group a group id
     * @param shop  what it is about; null for no particular one
     * @return group ids, parted by commas as the engine reads candidate groups
     */
    public String seenBy(String group, String shop, Instant moment) {
        List<String> members = shops.peopleFor(group, shop);
        boolean allAway = members.isEmpty() ? !staff.members(group).isEmpty()
                : presence(members, moment).notAway(members).isEmpty();
        return allAway ? Ladder.above(group).map(next -> group + "," + seenBy(next, shop, moment)).orElse(group) : group;
    }

    /**
     * Until when a reminder to this person waits: to the end of the quiet hours, unless that person has a shift then.
     *
     * @return empty when it need not wait
     */
    public Optional<Instant> quietUntil(String user, Instant moment) {
        return settings.quietHours().endAfter(moment, zone)
                .filter(end -> !presence(List.of(user), moment).isOnShift(user));
    }

    /** @return who is on duty of the first level, from this group up, of which anybody is */
    private List<String> onDutyFrom(String group, String shop, Instant moment) {
        List<String> there = onDuty(shops.peopleFor(group, shop), moment);
        return !there.isEmpty() ? there : Ladder.above(group).map(next -> onDutyFrom(next, shop, moment)).orElse(List.of());
    }

    private List<String> ofGroup(String group, String shop, Instant moment) {
        List<String> members = shops.peopleFor(group, shop);
        Presence presence = presence(members, moment);
        List<String> onDuty = presence.onDuty(members);
        if (!onDuty.isEmpty()) {
            return onDuty;
        }
        List<String> notAway = presence.notAway(members);
        Set<String> told = new LinkedHashSet<>(notAway.isEmpty() ? members : notAway);
        Ladder.above(group).map(next -> ofGroup(next, shop, moment)).ifPresent(told::addAll);
        return List.copyOf(told);
    }

    private Presence presence(List<String> people, Instant moment) {
        return Presence.of(people, moment, zone, store);
    }
}

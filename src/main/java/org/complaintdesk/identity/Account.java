package org.complaintdesk.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who works here, or did.
 *
 * @param id     the name to sign in with
 * @param name   as it is shown; the id when there is none
 * @param email  null when there is none
 * @param groups in the order of {@link StaffGroup}; empty for who left
 * @param all    whether every shop is theirs, now and later, as it was entered
 * @param shops  those of the settings that are theirs, as they were entered, in the settings' order
 * @param left   whether the person has left the house
 */
public record Account(String id, String name, String email, Set<StaffGroup> groups, boolean all, List<String> shops, boolean left) {

    public Account {
        EnumSet<StaffGroup> ordered = EnumSet.noneOf(StaffGroup.class);
        ordered.addAll(groups);
        groups = Collections.unmodifiableSet(ordered);
        shops = List.copyOf(shops);
    }

    public boolean isIn(StaffGroup group) {
        return groups.contains(group);
    }

    /** @return whether the person sees every shop, because of what was entered or of a group that does */
    public boolean seesAllShops() {
        return all || groups.stream().map(StaffGroup::id).anyMatch(Shops.SEE_ALL::contains);
    }

    /** @return whether the person sees nothing of any shop: nobody said which are theirs */
    public boolean seesNoShop() {
        return !left && !seesAllShops() && shops.isEmpty();
    }

    /** @return whether the person decides over the others: managers and administrators */
    public boolean isAboveSupervisors() {
        return isIn(StaffGroup.MANAGERS) || isIn(StaffGroup.ADMINISTRATORS);
    }
}

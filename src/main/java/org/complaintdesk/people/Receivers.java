package org.complaintdesk.people;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.assignment.Assignment;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.casework.Pile;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Who gets what somebody hands over. */
@Component
class Receivers {

    private final Assignment assignment;
    private final Shops shops;
    private final Staff staff;
    private final Wording wording;

    Receivers(Assignment assignment, Shops shops, Staff staff, Wording wording) {
        this.assignment = assignment;
        this.shops = shops;
        this.staff = staff;
        this.wording = wording;
    }

    /**
     * @param person  user id; null for the group
     * @param problem why nobody gets it; null when somebody does
     */
    record Choice(String person, String problem) {
    }

    Choice of(Pile pile, HandOverOrder order) {
        return switch (order.way()) {
            case TO_ONE -> one(pile, order.to());
            case SPREAD -> spread(pile, order.from());
            case TO_GROUP -> pile.groups().isEmpty() ? problem("people.left.no-group") : new Choice(null, null);
        };
    }

    /** Who handles a case of which nobody has a task now: one person, or whoever gets its next task. */
    Choice ofCase(String shop, HandOverOrder order) {
        return order.way() == HandOverOrder.Way.TO_ONE ? ofShop(order.to(), shop) : new Choice(null, null);
    }

    private Choice one(Pile pile, String person) {
        List<String> groups = Optional.ofNullable(staff.groups(person)).orElse(List.of());
        if (!pile.groups().isEmpty() && pile.groups().stream().noneMatch(groups::contains)) {
            return problem("people.left.not-in-group", staff.displayName(person));
        }
        return ofShop(person, pile.shop());
    }

    private Choice ofShop(String person, String shop) {
        return shops.seenBy(person).includes(shop) ? new Choice(person, null)
                : problem("people.left.not-in-shop", staff.displayName(person), shop);
    }

    private Choice spread(Pile pile, String from) {
        NewWork work = new NewWork(pile.shop(), List.of());
        return pile.groups().stream().flatMap(group -> assignment.whoTakesOver(group, work, from).stream()).findFirst()
                .map(person -> new Choice(person, null)).orElseGet(() -> problem("people.left.nobody"));
    }

    private Choice problem(String key, Object... arguments) {
        return new Choice(null, wording.text(key, arguments));
    }
}

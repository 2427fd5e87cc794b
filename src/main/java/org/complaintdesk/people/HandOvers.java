package org.complaintdesk.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.casework.HandOver;
import org.complaintdesk.casework.Pile;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Wording;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over all that somebody has in hand, case by case, each in a transaction of its own: a case that somebody else works on
 * at that moment does not hold up the others. It looks again until nothing more is left that it can hand over.
 */
@Component
class HandOvers {

    private static final int ROUNDS = 3;

    private final HandOver handOver;
    private final Receivers receivers;
    private final Shops shops;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Wording wording;

    HandOvers(HandOver handOver, Receivers receivers, Shops shops, AuditLog audit, TransactionTemplate transaction,
              Wording wording) {
        this.handOver = handOver;
        this.receivers = receivers;
        this.shops = shops;
        this.audit = audit;
        this.transaction = transaction;
        this.wording = wording;
    }

    /** What could not be handed over, and why. */
    record Remaining(String caseNumber, String tasks, String why) {
    }

    /**
     * @param tasks how many tasks changed hands
     * @param cases how many cases without an open task did
     * @param left  what whoever did it sees of the rest
     */
    record Done(int tasks, int cases, List<Remaining> left) {
    }

    /** @return what whoever is signed in sees of it */
    List<Pile> seenNow(String person) {
        ShopScope seen = shops.seenNow();
        return handOver.inHandsOf(person).stream().filter(pile -> seen.includes(pile.shop())).toList();
    }

    Done run(HandOverOrder order) {
        int tasks = 0;
        List<Remaining> left = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            left.clear();
            int moved = 0;
            for (Pile pile : seenNow(order.from())) {
                moved += give(pile, order, left);
            }
            tasks += moved;
            if (moved == 0) {
                break;
            }
        }
        int cases = order.cases() ? giveCases(order, left) : 0;
        return new Done(tasks, cases, List.copyOf(left));
    }

    private int give(Pile pile, HandOverOrder order, List<Remaining> left) {
        Receivers.Choice choice = receivers.of(pile, order);
        if (choice.problem() != null) {
            left.add(remaining(pile, choice.problem()));
            return 0;
        }
        try {
            return Objects.requireNonNullElse(transaction.execute(status -> {
                int given = handOver.give(pile, order.from(), choice.person(), order.why());
                if (given > 0) {
                    audit.record(AuditEvent.HANDED_OVER, order.from(), "%s %s → %s".formatted(pile.caseNumber(), handOver.names(pile.tasks()),
                            Optional.ofNullable(choice.person()).orElse(String.join(",", pile.groups()))));
                }
                return given;
            }), 0);
        } catch (OptimisticLockingFailureException overtaken) {
            left.add(remaining(pile, wording.text("people.left.busy")));
            return 0;
        }
    }

    /**
     * Only the next tasks of these cases are concerned: whose turn it is then is decided then, unless it is to be one person. A
     * case of which a task could not be handed over stays with it.
     */
    private int giveCases(HandOverOrder order, List<Remaining> left) {
        ShopScope seen = shops.seenNow();
        Set<String> withTask = handOver.inHandsOf(order.from()).stream().map(Pile::caseNumber).collect(Collectors.toSet());
        int moved = 0;
        for (String number : handOver.casesOf(order.from())) {
            String shop = shops.ofCase(number).orElse(null);
            if (!withTask.contains(number) && seen.includes(shop)) {
                moved += giveCase(number, shop, order, left);
            }
        }
        return moved;
    }

    private int giveCase(String number, String shop, HandOverOrder order, List<Remaining> left) {
        Receivers.Choice choice = receivers.ofCase(shop, order);
        if (choice.problem() != null) {
            left.add(new Remaining(number, wording.text("people.left.case"), choice.problem()));
            return 0;
        }
        try {
            transaction.executeWithoutResult(status -> {
                handOver.giveCase(number, order.from(), choice.person(), order.why());
                audit.record(AuditEvent.HANDED_OVER, order.from(), "%s → %s".formatted(number, Objects.requireNonNullElse(choice.person(), "–")));
            });
            return 1;
        } catch (OptimisticLockingFailureException overtaken) {
            left.add(new Remaining(number, wording.text("people.left.case"), wording.text("people.left.busy")));
            return 0;
        }
    }

    private Remaining remaining(Pile pile, String why) {
        return new Remaining(pile.caseNumber(), handOver.names(pile.tasks()), why);
    }
}

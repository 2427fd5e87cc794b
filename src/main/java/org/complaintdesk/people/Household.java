package org.complaintdesk.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.assignment.Skill;
import org.complaintdesk.assignment.Skills;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.Accounts;
import org.complaintdesk.identity.NewAccount;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes, who goes and who works where; each of it a line of the audit log. Who may do it has been checked before. */
@Component
@Transactional
class Household {

    private final Accounts accounts;
    private final Shops shops;
    private final Skills skills;
    private final AuditLog audit;
    private final SignedIn signedIn;
    private final Wording wording;

    Household(Accounts accounts, Shops shops, Skills skills, AuditLog audit, SignedIn signedIn, Wording wording) {
        this.accounts = accounts;
        this.shops = shops;
        this.skills = skills;
        this.audit = audit;
        this.signedIn = signedIn;
        this.wording = wording;
    }

    /** @return the first password */
    String welcome(NewPerson typed) {
        Set<StaffGroup> groups = new LinkedHashSet<>(typed.groups());
        boolean all = typed.all() || noShops();
        mustBeSome(groups, all, typed.shops());
        String password = accounts.open(new NewAccount(typed.id(), typed.name(), typed.email(), groups));
        String id = typed.id().strip();
        shops.assign(id, all, all ? List.of() : typed.shops());
        audit.record(AuditEvent.PERSON_CHANGED, id, "made: " + ids(groups) + "; " + named(all, typed.shops()));
        return password;
    }

    /** @return a new password when the person had left and is back by that; else null */
    String place(Account person, Set<StaffGroup> groups, boolean chosen, List<String> theirs) {
        boolean all = noShops() ? person.all() || person.left() : chosen;
        mustBeSome(groups, all, theirs);
        accounts.regroup(person.id(), groups);
        shops.assign(person.id(), all, all ? List.of() : theirs);
        if (!groups.equals(person.groups())) {
            audit.record(AuditEvent.GROUPS_CHANGED, person.id(), ids(person.groups()) + " → " + ids(groups));
        }
        if (all != person.all() || !all && !theirs.equals(person.shops())) {
            audit.record(AuditEvent.SHOPS_CHANGED, person.id(), named(person.all(), person.shops()) + " → " + named(all, theirs));
        }
        return person.left() ? renewPassword(person) : null;
    }

    String renewPassword(Account person) {
        audit.record(AuditEvent.PASSWORD_CHANGED, person.id(), "new first password");
        return accounts.renewPassword(person.id());
    }

    /** @throws InvalidInput when it is whoever is signed in, or the last administrator */
    void leave(Account person) {
        if (signedIn.person().filter(person.id()::equals).isPresent()) {
            throw new InvalidInput("leave", wording.text("people.problem.yourself"));
        }
        shops.assign(person.id(), false, List.of());
        accounts.close(person.id());
        skills.change(person.id(), Set.of());
        audit.record(AuditEvent.PERSON_CHANGED, person.id(), "left: " + ids(person.groups()));
    }

    void skills(Account person, Set<Skill> chosen) {
        if (skills.change(person.id(), chosen)) {
            audit.record(AuditEvent.SKILLS_CHANGED, person.id(), chosen.stream().map(Skill::key).collect(Collectors.joining(", ")));
        }
    }

    /** Nobody is asked then which are whose: who comes is to see those there will be, who is here keeps what is theirs. */
    private boolean noShops() {
        return shops.configured().isEmpty();
    }

    /** Agents and supervisors see the shops they belong to: belonging to none is a mistake. */
    private void mustBeSome(Set<StaffGroup> groups, boolean all, Collection<String> theirs) {
        boolean byShop = groups.contains(StaffGroup.AGENTS) || groups.contains(StaffGroup.SUPERVISORS);
        if (byShop && !all && theirs.isEmpty() && !noShops()) {
            throw new InvalidInput("shops", wording.text("people.problem.no-shop"));
        }
    }

    private static String ids(Set<StaffGroup> groups) {
        return groups.isEmpty() ? "–" : groups.stream().map(StaffGroup::id).collect(Collectors.joining(", "));
    }

    private static String named(boolean all, Collection<String> theirs) {
        return all ? Shops.ALL : theirs.isEmpty() ? "–" : String.join(", ", theirs);
    }
}

package org.complaintdesk.identity;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the people who work here. Whoever calls has checked that the person signed in may do it. Who leaves keeps
 * the account, so that stories go on naming them and nobody else gets their name, but is in no group but {@value #LEFT},
 * and {@link Staff} does not know them any more.
 */
@Component
public class Accounts {

    /** The id of the group of those who left the house. */
    public static final String LEFT = "left";

    private static final int NAME_LENGTH = 60;
    private static final int EMAIL_LENGTH = 200;
    private static final String MEMBERSHIPS = "select user_id_, group_id_ from act_id_membership";

    private static final String TENANTS = "select user_id_, tenant_id_ from act_id_tenant_member where user_id_ is not null";

    private final IdentityService identity;
    private final Shops shops;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final Wording wording;

    Accounts(IdentityService identity, Shops shops, AsSystem asSystem, JdbcClient jdbc, Wording wording) {
        this.identity = identity;
        this.shops = shops;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
        this.wording = wording;
    }

    /** @return everybody, also who left, by group and name */
    public List<Account> all() {
        Map<String, Set<String>> groups = byUser(MEMBERSHIPS);
        Map<String, Set<String>> tenants = byUser(TENANTS);
        return asSystem.call(() -> identity.createUserQuery().list()).stream()
                .map(user -> account(user, groups.getOrDefault(user.getId(), Set.of()), tenants.getOrDefault(user.getId(), Set.of())))
                .sorted(byPlace()).toList();
    }

    /** Colleagues of a group stand together, by name as the language sorts it. */
    private Comparator<Account> byPlace() {
        return Comparator.comparing((Account person) -> person.groups().stream().findFirst().map(Enum::ordinal).orElse(StaffGroup.values().length))
                .thenComparing(Account::name, Collator.getInstance(wording.locale())).thenComparing(Account::id);
    }

    public Optional<Account> find(String id) {
        return Optional.ofNullable(asSystem.call(() -> identity.createUserQuery().userId(id).singleResult()))
                .map(user -> account(user, groupsOf(id), Set.copyOf(shops.of(id))));
    }

    /**
     * Makes an account.
     *
     * @return its first password, which is kept nowhere else
     * @throws InvalidInput naming {@code id}, {@code personName}, {@code email} or {@code groups}
     */
    @Transactional
    public String open(NewAccount typed) {
        String id = CleanText.of(typed.id());
        if (id == null || !id.matches("[a-z0-9]{2,32}") || id.equals("new")) {
            throw new InvalidInput("id", wording.text("people.problem.id"));
        }
        String name = CleanText.of(typed.name());
        if (name == null || name.length() > NAME_LENGTH) {
            throw new InvalidInput("personName", wording.text("people.problem.name", NAME_LENGTH));
        }
        String email = CleanText.of(typed.email());
        if (email != null && (email.length() > EMAIL_LENGTH || !email.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+"))) {
            throw new InvalidInput("email", wording.text("people.problem.email"));
        }
        mustBeSome(typed.groups());
        if (find(id).isPresent()) {
            throw new InvalidInput("id", wording.text("people.problem.known", id));
        }
        String password = FirstPassword.create();
        asSystem.run(() -> {
            User user = identity.newUser(id);
            user.setFirstName(name);
            user.setEmail(email);
            user.setPassword(password);
            identity.saveUser(user);
            typed.groups().forEach(group -> identity.createMembership(id, group.id()));
        });
        return password;
    }

    /** @return a new password, which is kept nowhere else; the old one is no longer any good */
    @Transactional
    public String renewPassword(String id) {
        String password = FirstPassword.create();
        asSystem.run(() -> {
            User user = identity.createUserQuery().userId(id).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
        });
        return password;
    }

    /**
     * Says which groups somebody is in. Who had left is back by that.
     *
     * @throws InvalidInput naming {@code groups} when there are none, or no administrator would be left
     */
    @Transactional
    public void regroup(String id, Set<StaffGroup> groups) {
        mustBeSome(groups);
        Set<String> before = groupsOf(id);
        mustNotBeLastAdministrator(id, groups);
        asSystem.run(() -> {
            for (StaffGroup group : StaffGroup.values()) {
                if (groups.contains(group) && !before.contains(group.id())) {
                    identity.createMembership(id, group.id());
                } else if (!groups.contains(group) && before.contains(group.id())) {
                    identity.deleteMembership(id, group.id());
                }
            }
            if (before.contains(LEFT)) {
                identity.deleteMembership(id, LEFT);
            }
        });
    }

    /**
     * Somebody leaves the house: in no group any more, and with a password that nobody knows.
     *
     * @throws InvalidInput naming {@code groups} when it is the last administrator
     */
    @Transactional
    public void close(String id) {
        mustNotBeLastAdministrator(id, Set.of());
        Set<String> before = groupsOf(id);
        renewPassword(id);
        asSystem.run(() -> {
            before.stream().filter(group -> !group.equals(LEFT)).forEach(group -> identity.deleteMembership(id, group));
            if (!before.contains(LEFT)) {
                identity.createMembership(id, LEFT);
            }
        });
    }

    private void mustBeSome(Collection<StaffGroup> groups) {
        if (groups.isEmpty()) {
            throw new InvalidInput("groups", wording.text("people.problem.no-group"));
        }
    }

    private void mustNotBeLastAdministrator(String id, Set<StaffGroup> groups) {
        StaffGroup administrators = StaffGroup.ADMINISTRATORS;
        if (!groups.contains(administrators) && groupsOf(id).contains(administrators.id()) && asSystem.call(
                () -> identity.createUserQuery().memberOfGroup(administrators.id()).count()) < 2) {
            throw new InvalidInput("groups", wording.text("people.problem.last-administrator"));
        }
    }

    private Set<String> groupsOf(String id) {
        return Set.copyOf(jdbc.sql(MEMBERSHIPS + " where user_id_ = ?").param(id).query((row, index) -> row.getString(2)).list());
    }

    private Map<String, Set<String>> byUser(String sql) {
        return jdbc.sql(sql).query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private Account account(User user, Set<String> groups, Set<String> tenants) {
        return new Account(user.getId(), Staff.name(user), user.getEmail(), Stream.of(StaffGroup.values())
                .filter(group -> groups.contains(group.id())).collect(Collectors.toSet()), groups.contains(Shops.ALL),
                shops.configured().stream().filter(tenants::contains).toList(), groups.contains(LEFT));
    }
}

package org.complaintdesk.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The people who work here, as the engine knows them. */
@Component
public class Staff {

    private final IdentityService identity;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;

    Staff(IdentityService identity, AsSystem asSystem, JdbcClient jdbc) {
        this.identity = identity;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
    }

    /** @return the address of this user, or those of everyone in this group; people without an address are left out */
    public List<String> emailsOf(String userOrGroup) {
        return asSystem.call(() -> {
            User user = identity.createUserQuery().userId(userOrGroup).singleResult();
            Stream<User> people = user != null ? Stream.of(user)
                    : identity.createUserQuery().memberOfGroup(userOrGroup).orderByUserId().asc().list().stream();
            return people.map(User::getEmail).filter(StringUtils::hasText).distinct().toList();
        });
    }

    public boolean isMember(String user, String group) {
        return asSystem.call(() -> identity.createUserQuery().userId(user).memberOfGroup(group).count() > 0);
    }

    /** @return whether the person may register complaints and end cases */
    public boolean worksOnCases(String user) {
        return isInAny(user, StaffGroup.caseWorkers());
    }

    /** @return whether the person supervises the others' work and may change the house's rules */
    public boolean oversees(String user) {
        return isInAny(user, StaffGroup.overseers());
    }

    /** @return whether the person decides over whole files of customers: merging, handing out, erasing */
    public boolean keepsFiles(String user) {
        return isInAny(user, StaffGroup.keepersOfFiles());
    }

    private boolean isInAny(String user, String[] groups) {
        return asSystem.call(() -> !Collections.disjoint(groupIds(user), List.of(groups)));
    }

    /** @return the ids of everyone in the group, in alphabetical order; empty when there is no such group */
    public List<String> members(String group) {
        return asSystem.call(() -> identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(User::getId).toList());
    }

    /** @return a person's full name in the order of its script, or a group's name; the id itself when there is neither */
    public String displayName(String userOrGroup) {
        User user = asSystem.call(() -> identity.createUserQuery().userId(userOrGroup).singleResult());
        if (user == null) {
            Group group = asSystem.call(() -> identity.createGroupQuery().groupId(userOrGroup).singleResult());
            return group == null || !StringUtils.hasText(group.getName()) ? userOrGroup : group.getName();
        }
        return name(user);
    }

    /** @return the full names of these people by their ids, in the order given; the id itself for whoever is not there */
    public Map<String, String> displayNames(Collection<String> users) {
        Map<String, String> known = new HashMap<>();
        if (!users.isEmpty()) {
            asSystem.call(() -> identity.createUserQuery().userIdIn(users.toArray(String[]::new)).list())
                    .forEach(user -> known.put(user.getId(), name(user)));
        }
        return inOrder(users, user -> known.getOrDefault(user, user));
    }

    static String name(User user) {
        String given = Objects.requireNonNullElse(user.getFirstName(), "").strip();
        String family = Objects.requireNonNullElse(user.getLastName(), "").strip();
        String name = family.codePoints().anyMatch(Character::isIdeographic) ? family + given : (given + " " + family).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    /** @return the ids of the user's groups; null when there is no such user, or they have left the house */
    public List<String> groups(String userId) {
        List<String> groups = asSystem.call(() -> identity.createUserQuery().userId(userId).count() == 0 ? null
                : groupIds(userId));
        return groups == null || groups.contains(Accounts.LEFT) ? null : groups;
    }

    /** @return the addresses of those of these users who have one, by user id and in the order given */
    public Map<String, String> emailsOf(List<String> users) {
        // Asked for each notice; a query of the engine's costs several times as much.
        Map<String, String> known = new HashMap<>();
        jdbc.sql("select id_, email_ from act_id_user where id_ = any(?)").param(users.toArray(String[]::new)).query(row -> {
            known.put(row.getString(1), row.getString(2));
        });
        known.values().removeIf(address -> !StringUtils.hasText(address));
        return inOrder(users.stream().filter(known::containsKey).toList(), known::get);
    }

    private static Map<String, String> inOrder(Collection<String> users, UnaryOperator<String> what) {
        Map<String, String> inOrder = new LinkedHashMap<>();
        users.forEach(user -> inOrder.put(user, what.apply(user)));
        return inOrder;
    }

    private List<String> groupIds(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }
}

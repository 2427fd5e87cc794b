package org.complaintdesk.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sees which shop. Each shop of the settings is a tenant of the engine under its own name; who belongs to it sees what
 * is about it, in the engine's applications and REST by the engine's own check, everywhere else by {@link ShopScope}.
 * Managers, finance, warehouse, administrators and whoever is in the group {@value #ALL} see every shop.
 */
@Component
public class Shops {

    /** The id of the group whose members see every shop. */
    public static final String ALL = "all-shops";

    /** The variable by which a flow that starts says which shop it is about. */
    public static final String VARIABLE = "shop";

    /** The groups that see every shop, whatever their people belong to. */
    static final List<String> SEE_ALL = List.of(ALL, StaffGroup.MANAGERS.id(), StaffGroup.FINANCE.id(),
            StaffGroup.WAREHOUSE.id(), StaffGroup.ADMINISTRATORS.id());

    /** One question for each new task; by the engine's API it would be seven. */
    private static final String SEES = """
            (:open or exists (select from act_id_tenant_member t where t.user_id_ = m.user_id_ and t.tenant_id_ = :shop)
             or exists (select from act_id_membership a where a.user_id_ = m.user_id_ and a.group_id_ = any(:all)))""";

    private final IdentityService identity;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final Wording wording;
    private final List<String> configured;

    Shops(IdentityService identity, AsSystem asSystem, JdbcClient jdbc, Wording wording, DeskProperties desk) {
        this.identity = identity;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
        this.wording = wording;
        this.configured = ShopNames.of(desk);
    }

    /** @return the value of {@link #VARIABLE} for the desk's own starts: nothing is stored of it */
    public static TypedValue begin(String shop) {
        return Variables.stringValue(shop, true);
    }

    /** @return the shops of the settings, in their order */
    public List<String> configured() {
        return configured;
    }

    /** @return what whoever is signed in sees; every shop where nobody is: jobs and the system itself */
    public ShopScope seenNow() {
        Authentication person = identity.getCurrentAuthentication();
        if (person == null || person.getUserId() == null) {
            return everything();
        }
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        return scope(groups, person.getTenantIds() == null ? List.of() : person.getTenantIds());
    }

    /**
     * For whoever is about to add something to a shop.
     *
     * @throws InvalidInput naming {@code shop} when whoever is signed in does not see it
     */
    public void checkSeen(String shop) {
        if (!seenNow().includes(shop)) {
            throw wording.invalid("shop", "shops.not-yours", shop);
        }
    }

    /** @return what this person sees; what is about no shop of the settings when there is no such person */
    public ShopScope seenBy(String user) {
        return asSystem.call(() -> {
            List<String> groups = identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
            return scope(groups, tenants(user, groups));
        });
    }

    /** @param shop may be null or none of the settings: then everyone sees what is about it */
    public boolean sees(String user, String shop) {
        return isForAll(shop) || seenBy(user).includes(shop);
    }

    /** @return whether the person is in {@value #ALL} */
    public boolean worksForAll(String user) {
        return asSystem.call(() -> identity.createUserQuery().userId(user).memberOfGroup(ALL).count() > 0);
    }

    /** @return the shops of the settings the person belongs to by name, in the settings' order; see also {@link #worksForAll} */
    public List<String> of(String user) {
        Set<String> mine = asSystem.call(() -> new HashSet<>(ids(identity.createTenantQuery().userMember(user).list())));
        return configured.stream().filter(mine::contains).toList();
    }

    /**
     * Says which shops a person sees. Takes effect with the person's next request; in Tasklist and Cockpit within a minute.
     *
     * @param all   every shop, now and later; then {@code shops} is remembered but makes no difference
     * @param shops names of the settings
     * @throws InvalidInput naming {@code shops} when one of them is not in the settings
     */
    public void assign(String user, boolean all, Collection<String> shops) {
        shops.stream().filter(shop -> !configured.contains(shop)).findFirst().ifPresent(unknown -> {
            throw wording.invalid("shops", "shops.unknown", unknown);
        });
        asSystem.run(() -> {
            if (all != worksForAll(user)) {
                if (all) {
                    identity.createMembership(user, ALL);
                } else {
                    identity.deleteMembership(user, ALL);
                }
            }
            List<String> before = of(user);
            shops.stream().distinct().filter(shop -> !before.contains(shop))
                    .forEach(shop -> identity.createTenantUserMembership(shop, user));
            before.stream().filter(shop -> !shops.contains(shop))
                    .forEach(shop -> identity.deleteTenantUserMembership(shop, user));
        });
    }

    /**
     * @param group a group id
     * @param shop  may be null or none of the settings: then all of the group see it
     * @return the ids of the group's people who see the shop, in alphabetical order
     */
    public List<String> peopleFor(String group, String shop) {
        return List.copyOf(new TreeSet<>(jdbc.sql("select user_id_ from act_id_membership m where group_id_ = :group and " + SEES)
                .param("group", group).param("open", isForAll(shop)).param("shop", shop).param("all", SEE_ALL.toArray(String[]::new))
                .query(String.class).list()));
    }

    /**
     * @param shop may be null or none of the settings: then everybody sees it
     * @return whether this person works on cases and sees those of this shop
     */
    public boolean worksOnCasesOf(String user, String shop) {
        return jdbc.sql("select exists (select from act_id_membership m where user_id_ = :user and group_id_ = any(:workers) and " + SEES + ")")
                .param("user", user).param("workers", StaffGroup.caseWorkers()).param("open", isForAll(shop)).param("shop", shop)
                .param("all", SEE_ALL.toArray(String[]::new)).query(Boolean.class).single();
    }

    private boolean isForAll(String shop) {
        return shop == null || !configured.contains(shop);
    }

    /**
     * Whether what is about one shop may name what is about another in a text that everybody reads who sees the first.
     *
     * @param shop  may be null
     * @param other may be null
     */
    public boolean isSeenWith(String shop, String other) {
        return isForAll(other) || other.equals(shop);
    }

    /** @return which shop a complaint or a review is about; empty when there is no such case */
    public Optional<String> ofCase(String number) {
        return jdbc.sql("select shop from case_shop where number = ?").param(number).query(String.class).optional();
    }

    /**
     * The flow that began without a shop, or with another, is about this one: with everything the engine keeps of it so far.
     *
     * @param flow an execution that is under way in this transaction
     */
    public void move(DelegateExecution flow, String shop) {
        String tenant = configured.contains(shop) ? shop : null;
        if (!Objects.equals(flow.getTenantId(), tenant)) {
            for (ExecutionEntity each = (ExecutionEntity) flow; each != null; each = each.getParent()) {
                each.setTenantId(tenant);
            }
            FlowRows.move(jdbc, flow.getProcessInstanceId(), tenant);
        }
    }

    /** @return the shop of the settings that a case is about; null when it is about another, so that everyone sees it */
    public String limiting(String caseNumber) {
        return configured.isEmpty() ? null : ofCase(caseNumber).filter(configured::contains).orElse(null);
    }

    /** @return what the engine compares with for a person of these groups */
    List<String> tenants(String user, Collection<String> groups) {
        if (configured.isEmpty()) {
            return List.of();
        }
        if (groups.stream().anyMatch(SEE_ALL::contains)) {
            return configured;
        }
        return asSystem.call(() -> ids(identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list()));
    }

    private ShopScope scope(Collection<String> groups, Collection<String> tenants) {
        if (configured.isEmpty() || groups.stream().anyMatch(SEE_ALL::contains)) {
            return everything();
        }
        Set<String> seen = new LinkedHashSet<>(configured);
        seen.retainAll(new HashSet<>(tenants));
        return new ShopScope(false, seen, new LinkedHashSet<>(configured));
    }

    private ShopScope everything() {
        return new ShopScope(true, new LinkedHashSet<>(configured), new LinkedHashSet<>(configured));
    }

    private static List<String> ids(List<Tenant> tenants) {
        return tenants.stream().map(Tenant::getId).toList();
    }
}

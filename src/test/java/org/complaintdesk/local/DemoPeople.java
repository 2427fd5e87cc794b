package org.complaintdesk.local;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Wording;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Someone to sign in as, for every role. Whoever has an address already stays as they are. */
final class DemoPeople implements ApplicationRunner {

    static final String PASSWORD = "demo";

    static final List<Person> PEOPLE = List.of(
            new Person("amy", "agents", "艾米", "Amy", "Lin"),
            new Person("ben", "agents", "阿本", "Ben", "Zhou"),
            new Person("sue", "supervisors", "苏姐", "Sue", "Su"),
            new Person("max", "managers", "马克", "Max", "Ma"),
            new Person("fay", "finance", "菲菲", "Fay", "Fang"),
            new Person("wes", "warehouse", "小魏", "Wes", "Wei"),
            new Person("admin", "camunda-admin", "管理员", "Admin", ""));

    private final IdentityService identity;
    private final boolean chinese;

    DemoPeople(IdentityService identity, Wording wording) {
        this.identity = identity;
        this.chinese = wording.locale().getLanguage().equals("zh");
    }

    /** @param chineseName the name under which the shop's customers know this person */
    record Person(String id, String group, String chineseName, String firstName, String lastName) {

        String email() {
            return id + "@desk.example";
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        PEOPLE.forEach(this::welcome);
    }

    private void welcome(Person person) {
        createGroup(person.group());
        User user = identity.createUserQuery().userId(person.id()).singleResult();
        if (user == null) {
            user = identity.newUser(person.id());
            user.setPassword(PASSWORD);
        }
        if (user.getEmail() == null) {
            user.setFirstName(chinese ? person.chineseName() : person.firstName());
            user.setLastName(chinese ? "" : person.lastName());
            user.setEmail(person.email());
            identity.saveUser(user);
        }
        if (identity.createUserQuery().userId(person.id()).memberOfGroup(person.group()).count() == 0) {
            identity.createMembership(person.id(), person.group());
        }
        if (identity.createUserQuery().userId(person.id()).memberOfGroup(Shops.ALL).count() == 0
                && identity.createTenantQuery().userMember(person.id()).count() == 0) {
            identity.createMembership(person.id(), Shops.ALL);
        }
    }

    private void createGroup(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType(id.equals("camunda-admin") ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }
}

package org.complaintdesk.local;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.Wording;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Someone to sign in as, for every role. Who is there already stays as they are. */
final class DemoPeople implements ApplicationRunner {

    static final String PASSWORD = "demo";

    static final List<Person> PEOPLE = List.of(
            new Person("amy", "agents", "林", "艾米", "Lin", "Amy"),
            new Person("ben", "agents", "周", "本恩", "Zhou", "Ben"),
            new Person("sue", "supervisors", "苏", "晴", "Su", "Sue"),
            new Person("max", "managers", "马", "克思", "Ma", "Max"),
            new Person("fay", "finance", "方", "菲", "Fang", "Fay"),
            new Person("wes", "warehouse", "魏", "思远", "Wei", "Wes"),
            new Person("admin", "camunda-admin", "管", "理员", "Administrator", "Demo"));

    private final IdentityService identity;
    private final boolean chinese;

    DemoPeople(IdentityService identity, Wording wording) {
        this.identity = identity;
        this.chinese = wording.locale().getLanguage().equals("zh");
    }

    record Person(String id, String group, String familyName, String givenName, String englishFamilyName, String englishGivenName) {

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
        if (identity.createUserQuery().userId(person.id()).count() == 0) {
            User user = identity.newUser(person.id());
            user.setFirstName(chinese ? person.givenName() : person.englishGivenName());
            user.setLastName(chinese ? person.familyName() : person.englishFamilyName());
            user.setEmail(person.email());
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
        if (identity.createUserQuery().userId(person.id()).memberOfGroup(person.group()).count() == 0) {
            identity.createMembership(person.id(), person.group());
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

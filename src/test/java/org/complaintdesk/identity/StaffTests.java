package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class StaffTests {

    @Autowired
    Staff staff;
    @Autowired
    IdentityService identity;

    @BeforeEach
    void people() {
        new Colleagues(identity).in(StaffGroup.WAREHOUSE, "idwes");
        User wes = identity.createUserQuery().userId("idwes").singleResult();
        wes.setEmail("idwes@example.com");
        identity.saveUser(wes);
    }

    @Test
    void addresses_of_a_user_and_of_a_group() {
        assertThat(staff.emailsOf("idwes")).containsExactly("idwes@example.com");
        assertThat(staff.emailsOf("warehouse")).contains("idwes@example.com");
        assertThat(staff.emailsOf("nobody")).isEmpty();
    }

    @Test
    void membership_and_names() {
        assertThat(staff.isMember("idwes", "warehouse")).isTrue();
        assertThat(staff.isMember("idwes", "agents")).isFalse();
        assertThat(staff.members("warehouse")).contains("idwes");
        assertThat(staff.displayName("idwes")).isEqualTo("Tdwes Test");
        assertThat(staff.displayName("gone")).isEqualTo("gone");
    }

    @Test
    void chinese_names_begin_with_the_family() {
        User user = identity.newUser("idlin");
        user.setFirstName("艾米");
        user.setLastName("林");
        identity.saveUser(user);

        assertThat(staff.displayName("idlin")).isEqualTo("林艾米");
    }

    @Test
    void the_desk_knows_its_staff_whoever_is_signed_in() {
        identity.setAuthentication("stranger", List.of());
        try {
            assertThat(staff.members("warehouse")).contains("idwes");
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("stranger");
        } finally {
            identity.clearAuthentication();
        }
    }
}

package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.complaintdesk.platform.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private final IdentityService identity = mock(RETURNS_DEEP_STUBS);
    private final Wording wording = mock(call -> call.getMethod().getName().equals("text") ? "password " + call.getArgument(2) : null);
    private final UserEntity admin = new UserEntity("admin");

    @BeforeEach
    void nobody_is_there() {
        when(identity.newUser("admin")).thenReturn(admin);
    }

    @Test
    void password_from_the_settings_is_used_and_not_printed(CapturedOutput console) {
        new FirstAdmin(identity, new IdentityProperties("chosen"), wording).ensure();

        assertThat(admin.getPassword()).isEqualTo("chosen");
        assertThat(console).doesNotContain("chosen");
        verify(identity).createMembership("admin", "camunda-admin");
    }

    @Test
    void generated_password_is_printed_once(CapturedOutput console) {
        new FirstAdmin(identity, new IdentityProperties(""), wording).ensure();

        assertThat(admin.getPassword()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(console).containsOnlyOnce(admin.getPassword());
    }

    @Test
    void nothing_happens_when_there_is_an_administrator() {
        when(identity.createUserQuery().memberOfGroup("camunda-admin").count()).thenReturn(1L);

        new FirstAdmin(identity, new IdentityProperties("chosen"), wording).ensure();

        verify(identity, never()).saveUser(any());
    }
}

package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.Wording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTests {

    private final IdentityService identity = mock(RETURNS_DEEP_STUBS);
    private final Wording wording = mock(call -> call.getMethod().getName().equals("text") ? "password " + call.getArgument(2) : null);
    private final User admin = mock();
    private final ArgumentCaptor<String> password = ArgumentCaptor.forClass(String.class);

    @BeforeEach
    void nobody_is_there() {
        when(identity.newUser("admin")).thenReturn(admin);
    }

    @Test
    void password_from_the_settings_is_used_and_not_printed(CapturedOutput console) {
        new FirstAdmin(identity, new IdentityProperties("chosen"), wording).ensure();

        verify(admin).setPassword("chosen");
        assertThat(console).doesNotContain("chosen");
        verify(identity).createMembership("admin", "camunda-admin");
    }

    @Test
    void generated_password_is_printed_once(CapturedOutput console) {
        new FirstAdmin(identity, new IdentityProperties(""), wording).ensure();

        verify(admin).setPassword(password.capture());
        assertThat(password.getValue()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(console).containsOnlyOnce(password.getValue());
    }

    @Test
    void nothing_happens_when_there_is_an_administrator() {
        when(identity.createUserQuery().memberOfGroup("camunda-admin").count()).thenReturn(1L);

        new FirstAdmin(identity, new IdentityProperties("chosen"), wording).ensure();

        verify(identity, never()).saveUser(any());
    }
}

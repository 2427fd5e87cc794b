package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class PlainFailuresTests {

    private final IdentityService identity = mock();
    private final Wording wording = mock();
    private final CommandExecutor engine = mock();

    @Test
    void case_that_a_colleague_saved_at_the_same_moment_is_said_in_plain_words() {
        when(identity.getCurrentAuthentication()).thenReturn(new Authentication("amy", List.of()));
        when(wording.text("flow.changed-meanwhile")).thenReturn("reload");
        when(engine.execute(any())).thenThrow(new IllegalStateException("ENGINE-03051",
                new OptimisticLockingFailureException("Failed to update versioned entity with id '69'")));
        PlainFailures failures = new PlainFailures(identity, wording);
        failures.setNext(engine);

        assertThatThrownBy(() -> failures.execute(context -> null)).isInstanceOf(BadUserRequestException.class).hasMessage("reload");
    }
}

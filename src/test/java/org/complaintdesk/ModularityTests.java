package org.complaintdesk;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modules_depend_in_one_direction_and_only_on_what_is_allowed() {
        ApplicationModules.of(ComplaintDesk.class).verify();
    }
}

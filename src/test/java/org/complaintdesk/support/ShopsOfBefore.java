package org.complaintdesk.support;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.test.context.TestComponent;

/**
 * There have been shops on the shared database before: the first ones would let in everybody whom other tests have left
 * behind, and who then would hear of what happens in the shops of this one.
 */
@TestComponent
public class ShopsOfBefore {

    ShopsOfBefore(IdentityService identity) {
        if (identity.createTenantQuery().count() == 0) {
            Tenant closed = identity.newTenant("从前的店");
            closed.setName(closed.getId());
            identity.saveTenant(closed);
        }
    }
}

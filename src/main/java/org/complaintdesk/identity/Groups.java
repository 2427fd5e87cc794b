package org.complaintdesk.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Creates the groups of the contract, and that of who left, where they are missing; a group that exists keeps the name an
 * administrator gave it.
 */
@Component
class Groups {

    private final IdentityService identity;
    private final Wording wording;

    Groups(IdentityService identity, Wording wording) {
        this.identity = identity;
        this.wording = wording;
    }

    void ensure() {
        for (StaffGroup staff : StaffGroup.values()) {
            ensure(staff.id(), wording.of(staff), staff == StaffGroup.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
        }
        ensure(Accounts.LEFT, wording.text("people.left"), "WORKFLOW");
    }

    private void ensure(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }
}

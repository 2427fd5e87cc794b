package org.complaintdesk.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Creates the groups of the contract that are missing; a group that exists keeps the name an administrator gave it. */
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
            if (identity.createGroupQuery().groupId(staff.id()).count() == 0) {
                Group group = identity.newGroup(staff.id());
                group.setName(wording.of(staff));
                group.setType(staff == StaffGroup.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
                identity.saveGroup(group);
            }
        }
    }
}

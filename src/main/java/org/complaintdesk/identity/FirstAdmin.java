package org.complaintdesk.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.CannotStart;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Creates the user {@code admin} when nobody is an administrator, so that no stranger can make himself the first. */
@Component
class FirstAdmin {

    private static final String ID = "admin";

    private final IdentityService identity;
    private final IdentityProperties settings;
    private final Wording wording;

    FirstAdmin(IdentityService identity, IdentityProperties settings, Wording wording) {
        this.identity = identity;
        this.settings = settings;
        this.wording = wording;
    }

    void ensure() {
        if (identity.createUserQuery().memberOfGroup(StaffGroup.ADMINISTRATORS.id()).count() > 0) {
            return;
        }
        if (identity.createUserQuery().userId(ID).count() == 0) {
            User admin = identity.newUser(ID);
            admin.setFirstName("Admin");
            admin.setPassword(password());
            save(admin);
        }
        identity.createMembership(ID, StaffGroup.ADMINISTRATORS.id());
    }

    private void save(User admin) {
        try {
            identity.saveUser(admin);
        } catch (BadUserRequestException weak) {
            throw new CannotStart(wording.text("admin.weak", weak.getMessage()), weak);
        }
    }

    private String password() {
        if (StringUtils.hasText(settings.adminPassword())) {
            return settings.adminPassword();
        }
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String generated = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        System.out.println(wording.text("admin.generated", ID, generated));
        return generated;
    }
}

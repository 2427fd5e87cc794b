package org.complaintdesk.casefile;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One person of each kind for the tests of this package. */
final class Staffed {

    static final RequestPostProcessor AMY = SecurityMockMvcRequestPostProcessors.httpBasic("fileamy", "demo");
    static final RequestPostProcessor SUE = SecurityMockMvcRequestPostProcessors.httpBasic("filesue", "demo");
    static final RequestPostProcessor FAY = SecurityMockMvcRequestPostProcessors.httpBasic("filefay", "demo");
    static final RequestPostProcessor WES = SecurityMockMvcRequestPostProcessors.httpBasic("filewes", "demo");

    private static final Map<String, String> GROUPS = Map.of("fileamy", "agents", "fileben", "agents", "filesue", "supervisors", "filefay",
            "finance", "filewes", "warehouse");

    private Staffed() {
    }

    static void come(IdentityService identity) {
        GROUPS.forEach((id, group) -> {
            User person = identity.newUser(id);
            person.setFirstName(id.substring(4));
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, group);
        });
    }

    static void go(IdentityService identity) {
        GROUPS.keySet().forEach(identity::deleteUser);
    }
}

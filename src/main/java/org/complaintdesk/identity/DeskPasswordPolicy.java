package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long, without the person's own data, not easily guessed. No demand for capitals, digits or
 * signs, which make passwords hard for people and not for programs (NIST SP 800-63B). Admin shows which rule is broken
 * while one types.
 */
@Component
class DeskPasswordPolicy implements PasswordPolicy {

    private final List<PasswordPolicyRule> rules;
    private final Wording wording;
    private final int length;

    DeskPasswordPolicy(PasswordProperties settings, Wording wording) {
        this.wording = wording;
        this.length = settings.length();
        this.rules = List.of(new PasswordPolicyLengthRuleImpl(length), new NoUserData(), new NotEasilyGuessed(wording));
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** @return what a password must be, for the person whose password is refused */
    InvalidInput refusal() {
        return new InvalidInput("password", wording.text("password.refused", length));
    }
}

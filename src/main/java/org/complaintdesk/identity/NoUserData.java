package org.complaintdesk.identity;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * A password does not contain the person's id, name or mail address. Unlike the engine's own rule, what is too short to
 * say anything about a person does not count: with the id {@code li} hardly a password would be left.
 */
class NoUserData implements PasswordPolicyRule {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_CHINESE = 2;

    @Override
    public String getPlaceholder() {
        return PasswordPolicyUserDataRuleImpl.PLACEHOLDER;
    }

    @Override
    public Map<String, String> getParameters() {
        return null;
    }

    @Override
    public boolean execute(String password) {
        return true;
    }

    @Override
    public boolean execute(String password, User user) {
        return user == null || data(user).noneMatch(password.toLowerCase(Locale.ROOT)::contains);
    }

    /** @return what speaks of this person, in lower case */
    static Stream<String> data(User user) {
        String mail = user.getEmail() == null ? "" : user.getEmail();
        return Stream.of(user.getId(), user.getFirstName(), user.getLastName(), mail, mail.replaceFirst("@.*", ""))
                .filter(text -> text != null && text.length() >= (isChinese(text) ? SHORTEST_CHINESE : SHORTEST))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}

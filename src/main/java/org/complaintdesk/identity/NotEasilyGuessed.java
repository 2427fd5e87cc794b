package org.complaintdesk.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.Wording;

/**
 * A password is none of those everybody tries: common passwords and words with a year or a sign behind them, rows of keys,
 * repetitions, dates. Judged by zxcvbn, which estimates how many guesses it takes.
 */
class NotEasilyGuessed implements PasswordPolicyRule {

    /** Of 0 to 4: withstands more than a hundred million guesses. */
    private static final int GOOD = 3;
    /** The estimate takes long for long passwords, and these are not the problem. */
    private static final int LOOKED_AT = 64;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final Wording wording;
    private final List<String> oursToo = List.of("complaint", "complaintdesk", "desk", "camunda", "tousu", "kefu", "shouhou");

    NotEasilyGuessed(Wording wording) {
        this.wording = wording;
    }

    /** Admin has no text for this rule under any key; what it cannot translate it shows as it is. */
    @Override
    public String getPlaceholder() {
        return wording.text("password.guessed");
    }

    @Override
    public Map<String, String> getParameters() {
        return null;
    }

    @Override
    public boolean execute(String password) {
        return zxcvbn.measure(password.substring(0, Math.min(password.length(), LOOKED_AT)), oursToo).getScore() >= GOOD;
    }

    @Override
    public boolean execute(String password, User user) {
        return execute(password);
    }
}

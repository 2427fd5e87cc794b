package org.complaintdesk.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.Wording;

/**
 * A password is none of those everybody tries: common passwords and words with a year or a sign behind them, rows of keys,
 * repetitions, dates, numbers. Judged by zxcvbn, which estimates how many guesses it takes.
 */
class NotEasilyGuessed implements PasswordPolicyRule {

    /** Of 0 to 4: withstands more than ten thousand million guesses. */
    private static final int GOOD = 4;
    /** The estimate takes long for long passwords, and these are not the problem. */
    private static final int LOOKED_AT = 64;

    /** What its English lists do not know: words of this house, and what is popular in China. */
    private static final List<String> OURS_TOO = List.of("complaint", "complaintdesk", "desk", "camunda", "tousu", "kefu", "shouhou",
            "woaini", "woaini1314", "1314520", "5201314", "520", "1314", "521", "888888", "666666", "168168", "taobao", "tianmao",
            "jingdong", "pinduoduo", "douyin", "weixin", "alipay", "zhifubao", "mima", "nihao", "zhongguo", "shanghai", "beijing");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final Wording wording;

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
        return !NUMBER.matcher(password).matches()
                && zxcvbn.measure(password.substring(0, Math.min(password.length(), LOOKED_AT)), OURS_TOO).getScore() >= GOOD;
    }

    @Override
    public boolean execute(String password, User user) {
        return execute(password);
    }
}

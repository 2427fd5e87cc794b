package org.complaintdesk.intake.csv;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.policy.Money;

/** Short values as people and platforms write them. Every argument is a {@link Cell#value} that is not empty. */
final class Values {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern STARS = Pattern.compile("([★⭐✭✮]\\uFE0F?){1,5}[☆✩✰]{0,4}");
    private static final Pattern FULL_STAR = Pattern.compile("[★⭐✭✮]");
    private static final Pattern RATING = Pattern.compile("([1-5一二两三四五])(?:\\.0+)?\\s*(?:颗?星级?|分|/\\s*5|stars?)?");
    private static final String NUMERALS = "一二三四五";
    private static final Map<String, Integer> JUDGEMENTS = Map.of("好评", 5, "中评", 3, "差评", 1,
            "good", 5, "positive", 5, "neutral", 3, "bad", 1, "negative", 1, "poor", 1);
    private static final Pattern AMOUNT = Pattern.compile("(?:¥|￥|rmb|cny)?\\s*(\\d[\\d,]{0,12}(?:\\.\\d{1,2})?)\\s*(?:元|rmb|cny)?");
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999.99");
    private static final Map<String, Channel> PLATFORMS = platforms();

    private Values() {
    }

    private static Map<String, Channel> platforms() {
        Map<Channel, List<String>> names = Map.of(
                Channel.TMALL, List.of("天猫", "天猫商城", "天猫超市", "天猫国际", "tmall.com"),
                Channel.TAOBAO, List.of("淘宝", "淘宝网", "taobao.com"),
                Channel.JD, List.of("京东", "京东商城", "京东自营", "jd.com", "jingdong"),
                Channel.PINDUODUO, List.of("拼多多", "pdd"),
                Channel.DOUYIN, List.of("抖音", "抖店", "抖音小店", "抖音电商", "抖音商城", "tiktok"),
                Channel.WECHAT, List.of("微信", "微信小店", "视频号", "小程序"),
                Channel.PHONE, List.of("电话"),
                Channel.EMAIL, List.of("邮件", "邮箱", "e-mail", "mail"),
                Channel.WEB, List.of("网站", "官网", "website"),
                Channel.OTHER, List.of("其他", "其它"));
        Map<String, Channel> platforms = new HashMap<>();
        names.forEach((channel, spellings) -> {
            platforms.put(key(channel.name()), channel);
            spellings.forEach(spelling -> platforms.put(key(spelling), channel));
        });
        return platforms;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    /** @return what identifies something: never what Excel has rounded */
    static String id(String value) throws Unreadable {
        if (SCIENTIFIC.matcher(value).matches()) {
            throw new Unreadable("import.digits-lost", value);
        }
        Matcher whole = WHOLE_NUMBER.matcher(value);
        return whole.matches() ? whole.group(1) : value;
    }

    /** @return 1 to 5 */
    static int rating(String value) throws Unreadable {
        String plain = value.toLowerCase(Locale.ROOT);
        if (STARS.matcher(plain).matches()) {
            return (int) FULL_STAR.matcher(plain).results().count();
        }
        if (JUDGEMENTS.containsKey(plain)) {
            return JUDGEMENTS.get(plain);
        }
        Matcher rating = RATING.matcher(plain);
        if (!rating.matches()) {
            throw new Unreadable("import.no-rating", value);
        }
        String number = rating.group(1).replace('两', '二');
        return NUMERALS.contains(number) ? NUMERALS.indexOf(number) + 1 : Integer.parseInt(number);
    }

    static Channel platform(String value) throws Unreadable {
        Channel platform = PLATFORMS.get(key(value));
        if (platform == null) {
            throw new Unreadable("import.no-platform", value);
        }
        return platform;
    }

    static Money amount(String value) throws Unreadable {
        Matcher amount = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
        if (amount.matches()) {
            BigDecimal yuan = new BigDecimal(amount.group(1).replace(",", ""));
            if (yuan.compareTo(LARGEST_AMOUNT) <= 0) {
                return Money.of(yuan);
            }
        }
        throw new Unreadable("import.no-amount", value);
    }
}

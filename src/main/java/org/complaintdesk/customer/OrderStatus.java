package org.complaintdesk.customer;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What has become of an order. Labels: {@code OrderStatus.*} in the message bundles. What is asked for, under way or denied
 * (退款中, 待签收, 未完成, unshipped) has not become of it.
 */
public enum OrderStatus {
    UNPAID("未付款|待付款|等待买家付款|待支付|unpaid|awaiting payment"),
    REFUNDED("(?<!申请|未|没有|无)退[款货](?!中|关闭|失败|申请|取消|处理|审核|待)|"
            + "(?<!un|not |no )(refund|return)(?!(ed)? ?(pending|request|reject|closed|failed|cancel|in progress|denied))"),
    CANCELLED("(?<!退[款货]|未)(关闭|取消|作废)|(?<!refund |return |not )(closed|cancel)"),
    COMPLETED("(?<!未|不)(成功|完成)|(?<![待未])签收|已收货|(?<!in|not )complete|(?<!un|not )(delivered|received)|(?<!un|not )success"),
    SHIPPED("已发货|卖家已发货|待收货|[待未]签收|运输|等待买家确认|(?<!un|not )(shipped|dispatched)|in transit"),
    PAID("付款|支付|[待未]发货|等待卖家发货|paid|to ship|(un|not )shipped"),
    OTHER("");

    private final Pattern words;

    OrderStatus(String words) {
        this.words = Pattern.compile(words);
    }

    /** @return what a shop's own word for it means; {@link #OTHER} for one that is not understood, or none */
    public static OrderStatus of(String word) {
        String plain = word == null ? "" : word.toLowerCase(Locale.ROOT);
        for (OrderStatus status : values()) {
            if (status != OTHER && (plain.equals(status.name().toLowerCase(Locale.ROOT)) || status.words.matcher(plain).find())) {
                return status;
            }
        }
        return OTHER;
    }
}

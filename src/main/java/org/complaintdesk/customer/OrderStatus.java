package org.complaintdesk.customer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What has become of an order. Labels: {@code OrderStatus.*} in the message bundles. */
public enum OrderStatus {
    UNPAID("未付款|待付款|等待买家付款|待支付|unpaid|awaiting payment"),
    REFUNDED("退款|退货|refund|return"),
    CANCELLED("关闭|取消|作废|closed|cancel"),
    COMPLETED("成功|完成|签收|已收货|complete|delivered|received|success"),
    SHIPPED("已发货|卖家已发货|待收货|运输|等待买家确认|shipped|dispatched|in transit"),
    PAID("付款|支付|待发货|等待卖家发货|paid|to ship"),
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

package org.complaintdesk.complaint;

import java.util.List;

/** Where a complaint came in, and where the customer is answered when there is no e-mail address. */
public enum Channel {
    TMALL, TAOBAO, JD, PINDUODUO, DOUYIN, WECHAT, PHONE, EMAIL, WEB, OTHER;

    private static final List<Channel> PLATFORMS = List.of(TMALL, TAOBAO, JD, PINDUODUO, DOUYIN, WECHAT, OTHER);

    /** @return those on which a marketplace stands between shop and customer, and may ask for evidence */
    public static List<Channel> platforms() {
        return PLATFORMS;
    }
}

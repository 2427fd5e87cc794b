package org.complaintdesk.complaint;

/** Where a complaint came in, and where the customer is answered when there is no e-mail address. */
public enum Channel {
    TMALL, TAOBAO, JD, PINDUODUO, DOUYIN, WECHAT, PHONE, EMAIL, WEB, OTHER
}

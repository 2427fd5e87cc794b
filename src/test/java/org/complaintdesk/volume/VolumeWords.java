package org.complaintdesk.volume;

/** What customers of copied cases write: words that every case has, that one in ten has, that few have and that none has. */
final class VolumeWords {

    /** In every case. */
    static final String EVERYWHERE = "客服";
    /** In one case of ten. */
    static final String OFTEN = "漏液";
    /** In one case of ten thousand. */
    static final String SELDOM = "琥珀瓶";

    static final String DESCRIPTION = """
            (array['收到货后发现', '昨天签收的快递，', '给家里老人买的，', '中秋送礼用的，', '在直播间下单，', '第三次在这里买，', '朋友推荐来的，',
                   '等了一个星期才到，'])[1 + v.k %% 8]
            || (array['外箱破损', '瓶盖松动', '少了一瓶', '和页面写的不一样', '生产日期太早', '赠品没有', '发票抬头不对', '降价不给补差', '口感发苦',
                      '快递员态度很差', '酒液浑浊'])[1 + v.k / 8 %% 11] || '，' || case when v.k %% 10 = 3 then '%s一半，' else '' end
            || case when v.k %% 10000 = 77 then '%s，' else '' end
            || (array['要求退款', '请尽快补发', '希望换货', '要个说法', '请核实后答复'])[1 + v.k / 88 %% 5]
            || '。%s说单号' || v.k * 7919 %% 1000003 || '查不到。'""".formatted(OFTEN, SELDOM, EVERYWHERE);

    private VolumeWords() {
    }
}

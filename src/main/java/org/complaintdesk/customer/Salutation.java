package org.complaintdesk.customer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a letter addresses a customer; whether it is a lady or a gentleman is not known. */
public final class Salutation {

    private static final Set<String> LONG_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟",
            "公孙", "慕容", "令狐", "司徒", "司空", "端木", "独孤", "南宫", "长孙", "宇文", "轩辕", "百里", "呼延", "闻人",
            "澹台", "申屠", "公羊", "淳于", "太史", "钟离", "鲜于", "西门", "东郭", "南门", "左丘", "拓跋", "赫连", "濮阳");

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶"
            + "蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪"
            + "武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
            + "霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳阎穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜"
            + "冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁"
            + "胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云"
            + "肖闫付代涂";

    private static final Pattern CHINESE_NAME = Pattern.compile("[\\p{IsHan}*＊某]{2,4}");

    private Salutation() {
    }

    /** @return the opening line of a letter with its punctuation, {@code 尊敬的王先生/女士：} or {@code Dear Li Lei,} */
    public static String of(String name, Locale language) {
        String plain = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return Locale.CHINESE.getLanguage().equals(language.getLanguage()) ? chinese(plain) : english(plain);
    }

    private static String chinese(String name) {
        if (hidden(name)) {
            return "尊敬的顾客：";
        }
        if (name.endsWith("先生") || name.endsWith("女士") || name.endsWith("小姐")) {
            return "尊敬的" + name + "：";
        }
        String surname = surname(name);
        return surname == null ? "尊敬的" + name + "：" : "尊敬的" + surname + "先生/女士：";
    }

    private static String english(String name) {
        return hidden(name) ? "Dear customer," : "Dear " + name + ",";
    }

    private static boolean hidden(String name) {
        return name.isEmpty() || name.startsWith("*") || name.startsWith("＊") || name.startsWith("匿名");
    }

    private static String surname(String name) {
        if (!CHINESE_NAME.matcher(name).matches()) {
            return null;
        }
        if (name.length() > 2 && LONG_SURNAMES.contains(name.substring(0, 2))) {
            return name.substring(0, 2);
        }
        boolean masked = name.indexOf('*') > 0 || name.indexOf('＊') > 0;
        return (name.length() <= 3 || masked) && SURNAMES.indexOf(name.charAt(0)) >= 0 ? name.substring(0, 1) : null;
    }
}

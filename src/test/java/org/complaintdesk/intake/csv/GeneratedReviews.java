package org.complaintdesk.intake.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Files of made-up reviews, the same every time. */
final class GeneratedReviews {

    private static final List<String> BAD = List.of("物流太慢了，等了一个星期才到，客服一直说在路上，", "收到时瓶子碎了两个，外箱都湿了，",
            "味道和以前买的完全不一样，怀疑是假货，", "客服态度很差，问了半天没有人回复，", "刚买完就降价，申请保价还被拒绝，", "用了两天就坏了，质量太差，");
    private static final List<String> GOOD = List.of("很好，下次还来", "物流很快，包装也好", "味道不错，送人有面子", "第二次购买了，一如既往", "此用户没有填写评价");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy/M/d H:mm");

    private GeneratedReviews() {
    }

    /**
     * @param percentBad    so many of the rows that can be read have a rating that opens a case
     * @param everyNthBroken one row in so many cannot be read
     */
    static Path write(Path file, int rows, int percentBad, int everyNthBroken) throws IOException {
        Random random = new Random(42);
        LocalDateTime day = LocalDateTime.now().minusDays(3);
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord("评价编号", "平台", "店铺", "订单号", "商品名称", "评分", "评价内容", "评价时间", "买家昵称", "会员名", "手机");
            for (int i = 1; i <= rows; i++) {
                boolean broken = i % everyNthBroken == 0;
                boolean bad = random.nextInt(100) < percentBad;
                List<String> words = bad ? BAD : GOOD;
                csv.writeRecord("R%012d".formatted(i), i % 3 == 0 ? "京东" : "天猫", "示例旗舰店" + i % 5, "20261101%011d".formatted(i),
                        "商品" + i % 200, broken ? "六星" : String.valueOf(bad ? 1 + random.nextInt(3) : 4 + random.nextInt(2)),
                        words.get(random.nextInt(words.size())) + "\n" + "第%d条".formatted(i), day.plusMinutes(i % 2_000).format(WRITTEN),
                        "买家" + i, "tb_%d".formatted(i), "138%08d".formatted(i));
            }
        }
        return file;
    }

    /** @return such reviews as another system sends them one by one; other ones than those of any file */
    static List<String> oneByOne(int rows, int percentBad) {
        Random random = new Random(43);
        OffsetDateTime day = OffsetDateTime.now().minusDays(3);
        return IntStream.rangeClosed(1, rows).mapToObj(i -> {
            boolean bad = random.nextInt(100) < percentBad;
            List<String> words = bad ? BAD : GOOD;
            return """
                    {"shop": "示例旗舰店%d", "platform": "TMALL", "externalId": "S%012d", "orderNumber": "20261102%011d",
                     "product": "商品%d", "rating": %d, "text": "%s第%d条", "postedAt": "%s",
                     "reviewer": {"name": "买家S%d", "platformId": "ts_%d", "phone": "139%08d"}}""".formatted(i % 5, i, i, i % 200,
                    bad ? 1 + random.nextInt(3) : 4 + random.nextInt(2), words.get(random.nextInt(words.size())), i,
                    day.plusMinutes(i % 2_000), i, i, i);
        }).toList();
    }
}

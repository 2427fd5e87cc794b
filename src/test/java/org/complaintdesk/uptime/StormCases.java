package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.complaintdesk.support.PackagedDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open cases of all severities, taken in as a file; several of one customer, every second customer with an address. */
final class StormCases {

    private static final List<String> URGENT = List.of("扫码查询是假货，与官网信息不符", "收到的是假酒，要求鉴定");
    private static final List<String> HEAVY = List.of("收到时酒瓶全部碎了，整单漏光", "快递把整箱都摔坏了，无法使用");
    private static final List<String> USUAL = List.of("物流太慢，等了一个星期", "下单后降价，申请保价被拒绝", "发票抬头开错了，要求重开");
    private static final Duration LONGEST = Duration.ofHours(1);

    private StormCases() {
    }

    /** Takes them in and waits until nothing is left to do at once, mails included. */
    static void takeIn(PackagedDesk desk, JdbcClient database, Path directory, int cases) throws Exception {
        String location = desk.upload("/api/imports/complaints", write(directory.resolve("storm.csv"), cases));
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> {
            JsonNode now = desk.read(location);
            assertThat(now.path("state").asText()).as(now.toString()).isNotEqualTo("STOPPED");
            return now.path("state").asText().equals("DONE");
        });
        assertThat(desk.read(location).path("created").asInt()).isEqualTo(cases);
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> database
                .sql("select count(*) from act_ru_job where type_ = 'message' and retries_ > 0").query(Long.class).single() == 0);
    }

    private static Path write(Path file, int cases) throws IOException {
        Random random = new Random(7);
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord("投诉编号", "平台", "店铺", "订单号", "问题描述", "订单实付金额", "客户诉求", "客户称呼", "平台账号",
                    "联系电话", "电子邮箱");
            for (int i = 1; i <= cases; i++) {
                int dice = random.nextInt(10);
                List<String> words = dice == 0 ? URGENT : dice < 4 ? HEAVY : USUAL;
                int customer = i % Math.max(1, cases * 3 / 5);
                csv.writeRecord("S%09d".formatted(i), i % 3 == 0 ? "京东" : "天猫", "示例旗舰店", "20261101%011d".formatted(i),
                        words.get(random.nextInt(words.size())) + "，第%d单".formatted(i), "1299.00", "请尽快处理", "买家" + customer,
                        "tb_%d".formatted(customer), "138%08d".formatted(customer),
                        customer % 2 == 0 ? "buyer%d@example.com".formatted(customer) : "");
            }
        }
        return file;
    }
}

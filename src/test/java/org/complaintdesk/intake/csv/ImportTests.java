package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.ErasureBegins;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.support.Traces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTests {

    private static final String HEADERS = "平台,评价编号,评分,评价内容,评价时间,订单号,买家昵称\n";

    @Autowired
    private Shops shops;
    @Autowired Imports imports;
    @Autowired ColumnNames names;
    @Autowired RejectsFile rejectsFile;
    @Autowired ImportProperties settings;
    @Autowired ImportStore store;
    @Autowired ImportTurn turn;
    @Autowired List<RowTarget> targets;
    @Autowired Wording wording;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Reviews reviews;
    @Autowired Complaints complaints;
    @Autowired CustomerOrders orders;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired RepositoryService repository;
    @Autowired JdbcTemplate database;
    @Autowired DataSource connections;
    @Autowired ApplicationEventPublisher events;

    /** Makes ids, and so reviews, of one test differ from those of every other. */
    private String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterAll
    void every_flow_of_the_process_is_tested() {
        assertThat(FlowRecorder.notTaken(repository, "intake-csv")).isEmpty();
    }

    // Reading

    private static Stream<Arguments> writings() {
        return Stream.of("UTF-8", "UTF-8 with mark", "UTF-16LE with mark", "GB18030").flatMap(encoding ->
                Stream.of(",", "\t", ";").flatMap(separator -> Stream.of("\n", "\r\n", "\r")
                        .map(end -> Arguments.of(encoding, separator, end))));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void every_encoding_separator_and_line_end_is_read(String encoding, String separator, String end) {
        String mark = mark();
        String text = String.join("\n", String.join(separator, "平台", "评价编号", "评分", "评价内容", "评价时间"),
                String.join(separator, "天猫", mark + "-1", "1", "\"第一行" + "\n" + "说\"\"坏了\"\"" + separator + "㐀很差\"", "2026-11-01 09:05"),
                String.join(separator, "京东", mark + "-2", "5", "好", "2026-11-01 09:05")).replace("\n", end);

        CsvImport file = take("reviews.csv", encoded(text, encoding), "旗舰店");

        assertThat(file.tally()).isEqualTo(new Tally(1, 0, 1, 0));
        assertThat(review(mark + "-1").text()).isEqualTo("第一行\n说\"坏了\"" + (separator.equals("\t") ? "\t" : separator) + "㐀很差");
    }

    @Test
    void separator_that_excel_names_in_a_line_of_its_own_counts() {
        String mark = mark();
        CsvImport file = take("sep=;\r\n平台;评价编号;评分;评价时间\r\n天猫;" + mark + ";1;2026-11-01\r\n");
        assertThat(file.tally().created()).isEqualTo(1);
        assertThat(file.layout().headers()).containsExactly("平台", "评价编号", "评分", "评价时间");
    }

    @Test
    void headers_are_known_in_chinese_english_and_traditional_characters_whatever_their_order_and_signs() {
        for (String headers : List.of("* 评价编号,Platform,评分（1-5）,评价时间", "Review ID,平臺,星級,評價時間", "review_id,来源平台,Stars,Posted At")) {
            assertThat(take(headers + "\n" + mark() + ",JD,1,2026-11-01\n").tally()).isEqualTo(new Tally(1, 0, 0, 0));
        }
    }

    @Test
    void of_two_headers_for_one_column_the_name_that_stands_first_in_the_list_counts() {
        String mark = mark();
        CsvImport file = take("平台,评价编号,评价,评价内容,评价时间\n天猫," + mark + ",差评,很差,2026-11-01\n");
        assertThat(file.tally().created()).isEqualTo(1);
        assertThat(review(mark).text()).isEqualTo("很差");
    }

    @Test
    void titles_above_the_headers_repeated_headers_and_empty_rows_are_no_rows() {
        CsvImport file = take("店铺评价导出,,,,,,\n导出时间：2026-11-01,,,,,,\n" + HEADERS.replace("\n", ",\n") + row("天猫", "1") + ",,,,,,\n\n  ,　,\u00A0,,,,\n"
                + HEADERS + row("京东", "2") + ",,,,,,,,,,,,\n");
        assertThat(file.total()).isEqualTo(2);
        assertThat(file.tally()).isEqualTo(new Tally(2, 0, 0, 0));
    }

    @Test
    void empty_columns_behind_the_last_header_are_ignored_and_filled_ones_are_not() {
        String cells = "天猫," + mark() + ",1,差,2026-11-01,,,";
        CsvImport file = take(HEADERS + cells + ",,,\n" + cells + ",多出来的\n");
        assertThat(file.tally()).isEqualTo(new Tally(1, 0, 0, 1));
        assertThat(reasons(file)).containsExactly("3||这一行有 9 列，列名只有 7 个：文字里可能有没加双引号的分隔符。");
    }

    @Test
    void row_torn_by_a_separator_in_its_text_is_refused_for_that_alone() {
        CsvImport file = take(HEADERS + "天猫," + mark() + ",1,电池差,只能用一小时,2026-11-01,,王女士\n");
        assertThat(reasons(file)).containsExactly("2||这一行有 8 列，列名只有 7 个：文字里可能有没加双引号的分隔符。");
    }

    @Test
    void spreadsheets_habits_are_undone() {
        String mark = mark();
        take(HEADERS + "\"=\"\"天猫\"\"\",=\"00" + mark + "\",★☆☆☆☆,'=好评返现,46327.3784722222,'00123456789012345678,\u00A0王女士　\n");
        Review review = review("00" + mark);
        assertThat(review.rating()).isEqualTo(1);
        assertThat(review.text()).isEqualTo("=好评返现");
        assertThat(review.orderNumber()).isEqualTo("00123456789012345678");
        assertThat(review.postedAt()).isEqualTo("2026-11-01T01:05:00Z");
    }

    @Test
    void names_are_explained_in_the_language_of_the_installation() {
        assertThat(names.examples(Column.RATING, Locale.ENGLISH, 2)).containsExactly("rating", "stars");
        assertThat(names.examples(Column.RATING, Locale.CHINESE, 2)).containsExactly("评分", "星级");
    }

    @Test
    void header_that_only_explains_is_no_column_whatever_the_lists_say() {
        CsvImport file = take("(导出),平台,评分,评价时间,\nx,天猫,1,2026-11-01,\n");
        assertThat(file.layout().ignored()).containsExactly("(导出)");
        database.update("insert into word_list (list, revision, words, who, at) values ('column-product', 1, array['(商品)'], 'sue', now())");
        try {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(names.of(Column.PRODUCT)).containsExactly("(商品)"));
            assertThat(take("(导出),平台,评分,评价时间,\nx,天猫,1,2026-11-01,\n").layout().ignored()).containsExactly("(导出)");
        } finally {
            database.update("delete from word_list where list = 'column-product'");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(names.of(Column.PRODUCT)).hasSizeGreaterThan(1));
        }
    }

    // Refusing files

    private static Stream<Arguments> refused() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("bomb.csv"));
            out.write(new byte[5_000_000]);
        }
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(xlsx)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        byte[] latin = "平台,评分\n".getBytes(StandardCharsets.UTF_8);
        latin[3] = (byte) 0xFF;
        return Stream.of(
                Arguments.of("reviews.xlsx", xlsx.toByteArray(), "这是 Excel 工作簿"),
                Arguments.of("reviews.xls", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1), "这是 Excel 工作簿"),
                Arguments.of("bomb.csv", zip.toByteArray(), "这是压缩包"),
                Arguments.of("reviews.csv.gz", bytes(0x1F, 0x8B, 8, 0), "这是压缩包"),
                Arguments.of("reviews.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "这是 PDF"),
                Arguments.of("reviews.png", bytes(0x89, 'P', 'N', 'G', 13, 10), "这是图片"),
                Arguments.of("reviews.jpg", bytes(0xFF, 0xD8, 0xFF, 0xE0), "这是图片"),
                Arguments.of("reviews.xls", "<html><table><tr><td>评分</td></tr></table>".getBytes(StandardCharsets.UTF_8), "这是网页表格"),
                Arguments.of("empty.csv", new byte[0], "文件是空的"),
                Arguments.of("blank.csv", "\r\n  \r\n".getBytes(StandardCharsets.UTF_8), "文件是空的"),
                Arguments.of("separators.csv", " \r\n\r\n,,\r\n".getBytes(StandardCharsets.UTF_8), "文件是空的"),
                Arguments.of("headers.csv", HEADERS.getBytes(StandardCharsets.UTF_8), "文件里只有列名"),
                Arguments.of("latin.csv", latin, "文件的编码不是"),
                Arguments.of("half.csv", encoded(HEADERS + row("天猫", "1") + "\uD800", "UTF-16LE with mark"), "文件的编码不是"),
                Arguments.of("nul.csv", (HEADERS + "天猫,1\0,1,,2026-11-01").getBytes(StandardCharsets.UTF_8), "文件里有 NUL 字符"),
                Arguments.of("utf16-without-mark.csv", "platform,rating\n".getBytes(StandardCharsets.UTF_16LE), "文件里有 NUL 字符"),
                Arguments.of("other.csv", "日期,销量\n2026-11-01,5\n".getBytes(StandardCharsets.UTF_8),
                        "文件缺少必要的列：评分（列名如：评分、星级、评价星级、评分星级），平台（列名如：平台、平台名称、来源平台、电商平台）。文件里的列名是：日期，销量。"),
                Arguments.of("quote.csv", (HEADERS + row("天猫", "1") + "天猫,x,1,\"没有结束,2026-11-01,,\n" + row("天猫", "1")).getBytes(StandardCharsets.UTF_8),
                        "第 3 行的双引号不成对"),
                Arguments.of("quoted.csv", (HEADERS + row("天猫", "1") + "天猫,x,1,\"他说\"好\"的\",2026-11-01,,\n").getBytes(StandardCharsets.UTF_8),
                        "第 3 行的双引号不成对"),
                Arguments.of("long.csv", (HEADERS + "天猫,x,1,\"" + "一\n".repeat(30_000) + "\",2026-11-01,,\n").getBytes(StandardCharsets.UTF_8),
                        "从第 2 行开始的一格或一行超出了 CSV 的常见长度"),
                Arguments.of("wide.csv", (HEADERS + row("天猫", "1") + "天猫,x,1," + "一".repeat(60_000) + ",2026-11-01,,\n").getBytes(StandardCharsets.UTF_8),
                        "从第 3 行开始的一格或一行超出了 CSV 的常见长度"),
                Arguments.of("rounded.csv", (HEADERS + IntStream.range(0, 5).mapToObj(i -> "天猫,12345678901234%d000,1,差,2026-11-01,,\n".formatted(i))
                        .collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8), "“评价编号”列的长编号末尾全是 0"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void file_that_cannot_be_read_is_refused_with_what_to_do_and_leaves_nothing(String name, byte[] content, String message) {
        long before = files();
        assertThatThrownBy(() -> upload(ImportKind.REVIEWS, name, content, "旗舰店", null))
                .isInstanceOf(InvalidInput.class).hasMessageStartingWith(message);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void shop_and_platform_may_come_with_the_upload_instead_of_the_file() {
        String mark = mark();
        byte[] content = utf8("评价编号,评分,评价时间\n" + mark + ",1,2026-11-01\n");
        assertThatThrownBy(() -> upload(ImportKind.REVIEWS, "x.csv", content, null, null)).hasMessageContaining("店铺").hasMessageContaining("平台");

        CsvImport file = run(upload(ImportKind.REVIEWS, "x.csv", content, "旗舰店", Channel.DOUYIN));
        assertThat(file.tally().created()).isEqualTo(1);
        assertThat(review(mark).platform()).isEqualTo(Channel.DOUYIN);
        assertThat(review(mark).shop()).isEqualTo("旗舰店");
    }

    // Refusing rows

    @Test
    void refused_rows_are_listed_with_line_column_and_reason_and_the_others_are_taken_in() {
        String mark = mark();
        CsvImport file = take(HEADERS
                + "天猫," + mark + ",1,\"两行\n文字\",2026-11-01,,王女士\n"
                + "某宝,1.23E+17,六星,差,昨天,,\n"
                + "天猫,,,差,2099-01-01,,\n"
                + "天猫,x" + mark + ",1,差,2099-01-01,,\n"
                + "天猫,y" + mark + ",1,差,2026-11-01," + "9".repeat(65) + ",\n"
                + "天猫,z" + mark + ",4,好,2026-11-01,,\n");

        assertThat(file.tally()).isEqualTo(new Tally(1, 0, 1, 4));
        assertThat(reasons(file)).containsExactly(
                "4|平台|“某宝”不是已知的平台，请填天猫、淘宝、京东、拼多多、抖音、微信、电话、邮件、网站或其他。",
                "4|评价编号|“1.23E+17”是科学计数法，后面的数字已经丢失。请在 Excel 中把该列设为文本格式后重新填写，或重新导出。",
                "4|评分|“六星”不是评分，请填 1 到 5、几星，或好评、中评、差评。",
                "4|评价时间|“昨天”不是能识别的日期时间，请写成 2026-11-01 09:05。",
                "5|评分|没有填写，请补充。",
                "6|评价时间|" + reasons(file).get(5).substring("6|评价时间|".length()),
                "7|订单号|最多 64 个字，现在有 65 个字，请缩短。");
    }

    @Test
    void contact_details_that_cannot_be_true_refuse_the_row_and_leave_nothing_behind() {
        String mark = mark();
        String broken = "平台,评价编号,评分,评价时间,手机,邮箱\n天猫," + mark + ",1,2026-11-01,不是电话,\n天猫,x" + mark + ",1,2026-11-01,,不是邮箱\n";
        CsvImport file = take(broken);
        assertThat(file.tally()).isEqualTo(new Tally(0, 0, 0, 2));
        assertThat(reasons(file).get(0)).startsWith("2|手机|");
        assertThat(reasons(file).get(1)).startsWith("3|邮箱|");

        CsvImport corrected = take(broken.replace("不是电话", "13812345678").replace("不是邮箱", "a@b.example"));
        assertThat(corrected.tally()).as("the refused rows had left no trace").isEqualTo(new Tally(2, 0, 0, 0));
    }

    @Test
    void rejects_can_be_corrected_in_excel_and_uploaded_again_and_never_calculate() throws IOException {
        String mark = mark();
        CsvImport file = take(HEADERS + "天猫," + mark + ",9,\"=HYPERLINK(\"\"http://x\"\",\"\"好\"\")\",2026-11-01,,+王\n"
                + "天猫,x" + mark + ",9,\" @SUM(1)\n第二行\",2026-11-01,,\n");
        String rejects = rejects(file);

        assertThat(rejects).startsWith("\uFEFF\"行号\",\"列\",\"原因\",\"平台\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"好\"\")\"").contains("\"'@SUM(1)\n第二行\"").contains("\"'+王\"")
                .contains("\"2\",\"评分\",\"“9”不是评分，请填 1 到 5、几星，或好评、中评、差评。\"").contains("\r\n");

        CsvImport again = take("rejects.csv", rejects.replace("\"9\"", "\"1\"").getBytes(StandardCharsets.UTF_8), "旗舰店");
        assertThat(again.tally()).isEqualTo(new Tally(2, 0, 0, 0));
        assertThat(review(mark).text()).isEqualTo("=HYPERLINK(\"http://x\",\"好\")");
    }

    @Test
    void numbers_that_excel_would_round_or_shorten_come_back_whole() throws IOException {
        String order = "2026112000000000123";
        CsvImport file = take(HEADERS + "天猫,0" + order + ",9,差,20261101090500," + order + ",王女士\n");
        String rejects = rejects(file);
        assertThat(rejects).contains("\"'0" + order + "\"").contains("\"'20261101090500\"").contains("\"'" + order + "\"").contains("\"9\"");

        CsvImport again = take("rejects.csv", rejects.replace("\"9\"", "\"1\"").getBytes(StandardCharsets.UTF_8), "旗舰店");
        assertThat(again.tally()).isEqualTo(new Tally(1, 0, 0, 0));
        assertThat(review("0" + order).orderNumber()).isEqualTo(order);
    }

    @Test
    void reasons_of_a_row_with_several_say_which_column_each_is_about() throws IOException {
        CsvImport file = take(HEADERS + "天猫,,,合计,,,\n");
        assertThat(rejects(file)).contains("\"评分；评价时间\",\"评分：没有填写，请补充。\n评价时间：没有填写，请补充。\"");
    }

    @Test
    void reason_quotes_only_the_beginning_of_what_is_long() {
        CsvImport file = take(HEADERS + "天猫," + mark() + ",1,差," + "一".repeat(5_000) + ",,\n");
        assertThat(reasons(file)).singleElement().satisfies(reason -> assertThat(reason).contains("一…”不是能识别的日期时间").hasSizeLessThan(200));
    }

    // Once only

    @Test
    void the_same_file_again_creates_nothing_again() {
        String rows = IntStream.range(0, 30).mapToObj(i -> "天猫,,%d,第%d条%s,2026-11-01 09:%02d,,王%d\n".formatted(i % 5 + 1, i, mark(), i, i)).collect(Collectors.joining());
        assertThat(take(HEADERS + rows).tally()).isEqualTo(new Tally(18, 0, 12, 0));
        assertThat(take(HEADERS + rows).tally()).isEqualTo(new Tally(0, 30, 0, 0));
    }

    @Test
    void rows_that_are_parts_of_an_order_are_refused_and_a_later_file_corrects_the_amount() {
        String number = "TB" + mark();
        String headers = "订单号,渠道,订单金额,商品,客户姓名,手机\n";
        String row = number + ",天猫,%s,%s,周先生," + "13800005678\n";
        CsvImport parts = run(upload(ImportKind.ORDERS, "o.csv", utf8(headers + row.formatted("299", "外套") + row.formatted("59", "袜子")),
                "旗舰店", null));
        assertThat(parts.tally()).isEqualTo(new Tally(1, 0, 0, 1));
        assertThat(reasons(parts)).singleElement().asString().contains("3|订单金额").contains("每个订单只留一行");

        CsvImport whole = run(upload(ImportKind.ORDERS, "o.csv", utf8(headers + row.formatted("358", "外套、袜子")), "旗舰店", null));
        assertThat(whole.tally()).isEqualTo(new Tally(0, 1, 0, 0));
        assertThat(orders.find("旗舰店", "TMALL", number)).hasValueSatisfying(order -> assertThat(order.amount()).isEqualByComparingTo("358"));
    }

    @Test
    void buyers_of_whom_the_platform_shows_two_letters_are_not_one_person() {
        String mark = mark();
        CsvImport file = run(upload(ImportKind.ORDERS, "o.csv", utf8("订单号,渠道,订单金额,买家昵称\n"
                + "A" + mark + ",天猫,10,t**n\nB" + mark + ",天猫,20,t**n\n"), "旗舰店", null));
        assertThat(file.tally()).isEqualTo(new Tally(0, 0, 0, 2));
    }

    @Test
    void what_stands_for_nothing_is_nothing_in_a_text_too() {
        String mark = mark();
        CsvImport file = run(upload(ImportKind.COMPLAINTS, "c.csv", utf8("投诉编号,渠道,问题描述,客户姓名,手机\n"
                + "N" + mark + ",天猫,null,周先生,13812345678\n"), "旗舰店", null));
        assertThat(reasons(file)).containsExactly("2|问题描述|没有填写，请补充。");
    }

    @Test
    void complaints_are_taken_in_by_the_same_way_and_once() {
        String mark = mark();
        byte[] content = utf8("投诉编号,渠道,问题描述,发生时间,订单金额,诉求,客户姓名,手机\n"
                + "GD" + mark + ",京东,少发一瓶,2026-11-01,128元,补发,周先生,13812345678\n"
                + ",天猫,瓶子碎了" + mark + ",2026-11-02,,,,\n"
                + "X" + mark + ",天猫,,2026-11-02,一百,,,\n");
        CsvImport file = run(upload(ImportKind.COMPLAINTS, "c.csv", content, "旗舰店", null));
        assertThat(file.tally()).isEqualTo(new Tally(2, 0, 0, 1));
        assertThat(reasons(file)).containsExactly("4|订单金额|“一百”不是金额，请写成 399.00。", "4|问题描述|没有填写，请补充。");
        assertThat(complaints.find("旗舰店", Channel.JD, "GD" + mark)).hasValueSatisfying(complaint -> {
            assertThat(complaint.description()).isEqualTo("少发一瓶");
            // Its customer wrote some time ago, somewhere else: a large file must not be as many missed first responses.
            assertThat(complaints.awaitsFirstResponse(complaint.number())).isFalse();
            assertThat(complaint.orderAmount().format()).isEqualTo("¥128.00");
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(complaint.number().value()).count()).isEqualTo(1);
        });

        CsvImport again = run(upload(ImportKind.COMPLAINTS, "c.csv", content, "旗舰店", null));
        assertThat(again.tally()).isEqualTo(new Tally(0, 2, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"REVIEWS, reviews_zh.csv, 2, 1", "REVIEWS, reviews_en.csv, 2, 1", "COMPLAINTS, complaints_zh.csv, 2, 0",
            "COMPLAINTS, complaints_en.csv, 2, 0", "ORDERS, orders_zh.csv, 2, 0", "ORDERS, orders_en.csv, 2, 0"})
    void sample_file_can_be_uploaded_as_it_is(ImportKind kind, String sample, int created, int counted) throws IOException {
        byte[] content = new ClassPathResource("imports/" + sample).getContentAsByteArray();
        CsvImport file = run(upload(kind, sample, content, null, null));
        assertThat(reasons(file)).isEmpty();
        assertThat(file.layout().ignored()).isEmpty();
        assertThat(file.tally().created() + file.tally().duplicates() + file.tally().counted()).isEqualTo(created + counted);
    }

    // Going on

    @Test
    void progress_counts_batch_by_batch_until_no_row_is_left() {
        String mark = mark();
        long id = upload(ImportKind.REVIEWS, "many.csv", utf8(HEADERS + many(mark, 450)), "旗舰店", null);
        assertThat(imports.find(id)).hasValueSatisfying(file -> {
            assertThat(imports.state(file)).isEqualTo(ImportState.WAITING);
            assertThat(file.total()).isEqualTo(450);
            assertThat(file.done()).isZero();
        });

        management.executeJob(job(id).getId());
        assertThat(imports.find(id)).hasValueSatisfying(file -> {
            assertThat(imports.state(file)).isEqualTo(ImportState.RUNNING);
            assertThat(file.done()).isEqualTo(settings.batch());
            assertThat(file.percent()).isEqualTo(44);
        });

        CsvImport file = run(id);
        assertThat(imports.state(file)).isEqualTo(ImportState.DONE);
        assertThat(file.done()).isEqualTo(450);
        assertThat(file.tally()).isEqualTo(new Tally(450, 0, 0, 0));
        assertThat(database.queryForObject("select count(*) from import_row where import_id = ?", Long.class, id)).isZero();
    }

    @Test
    void batch_ends_early_when_its_time_is_over() {
        long id = upload(ImportKind.REVIEWS, "slow.csv", utf8(HEADERS + many(mark(), 3)), "旗舰店", null);
        NextRows hasty = new NextRows(store, turn, targets, new ImportProperties(settings.largestFile(), settings.batch(), Duration.ofNanos(1),
                settings.retries(), settings.turn()), shops, wording, clock, transactions);
        Route next = new TransactionTemplate(transactions).execute(status -> hasty.take(id));
        assertThat(next).isEqualTo(Route.MORE);
        assertThat(imports.find(id).map(CsvImport::done)).contains(1);

        assertThat(run(id).tally().created()).isEqualTo(3);
    }

    @Test
    void failure_in_the_middle_of_a_batch_takes_back_that_batch_only_and_shows_in_cockpit() {
        String mark = mark();
        String rows = many(mark, 500).replace("第300条", "炸" + mark);
        long id = upload(ImportKind.REVIEWS, "breaks.csv", utf8(HEADERS + rows), "旗舰店", null);
        management.executeJob(job(id).getId());
        database.execute("alter table review add constraint breaks check (text not like '炸%') not valid");
        try {
            assertThatThrownBy(() -> management.executeJob(job(id).getId())).hasMessageContaining("Line 301 of breaks.csv cannot be taken in: ERROR: new row");
            assertThat(imports.find(id)).hasValueSatisfying(file -> {
                assertThat(file.done()).isEqualTo(200);
                assertThat(file.tally()).isEqualTo(new Tally(200, 0, 0, 0));
            });
            assertThat(registered(mark)).isEqualTo(200);
            for (int i = job(id).getRetries(); i > 0; i--) {
                assertThatThrownBy(() -> management.executeJob(job(id).getId()));
            }
            assertThat(imports.find(id).map(imports::state)).contains(ImportState.STOPPED);
        } finally {
            database.execute("alter table review drop constraint breaks");
        }

        management.setJobRetries(job(id).getId(), 1);
        assertThat(imports.find(id).map(imports::state)).contains(ImportState.RUNNING);
        assertThat(run(id).tally()).isEqualTo(new Tally(500, 0, 0, 0));
        assertThat(registered(mark)).isEqualTo(500);
    }

    @Test
    void a_file_waits_while_another_one_is_taken_in() throws Exception {
        long id = upload(ImportKind.REVIEWS, "waits.csv", utf8(HEADERS + many(mark(), 3)), "旗舰店", null);
        try (Connection other = connections.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(7240010)");
            management.executeJob(job(id).getId());
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(imports.find(id).map(CsvImport::done)).contains(0);
        assertThat(runtime.getActiveActivityIds(instance(id))).containsExactly("AwaitTurn");

        assertThat(run(id).tally().created()).isEqualTo(3);
    }

    @Test
    void imports_come_after_timers_and_mail() {
        long id = upload(ImportKind.REVIEWS, "low.csv", utf8(HEADERS + many(mark(), 1)), "旗舰店", null);
        assertThat(job(id).getPriority()).isNegative();
        run(id);
    }

    // Forgetting

    private void isErased(Contact person) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new ErasureBegins(-1));
            events.publishEvent(new CustomerErased(-1, List.of(-1L), List.of(), List.of(person)));
        });
    }

    @Test
    void rows_of_an_erased_person_that_wait_are_refused_without_a_word_of_theirs() throws IOException {
        String mark = mark();
        String rows = "天猫,%1$s-1,1,差,2026-11-01,,王一,138 0000 0000\n天猫,%1$s-2,1,炸%1$s,2026-11-01,,轩辕%1$s,=\"139 1234 5678\"\n天猫,%1$s-3,1,差,2026-11-01,,王三,\n"
                .formatted(mark);
        long id = upload(ImportKind.REVIEWS, "stops.csv", utf8(HEADERS.replace("\n", ",联系电话\n") + rows), "旗舰店", null);
        database.execute("alter table review add constraint breaks check (text not like '炸%') not valid");
        try {
            for (int i = job(id).getRetries(); i >= 0 && imports.find(id).map(imports::state).get() != ImportState.STOPPED; i--) {
                assertThatThrownBy(() -> management.executeJob(job(id).getId()));
            }
        } finally {
            database.execute("alter table review drop constraint breaks");
        }
        assertThat(job(id).getExceptionMessage()).as("the database repeats what it refuses").contains("炸" + mark);

        isErased(new Contact("轩辕", null, "13912345678", null));

        assertThat(Traces.of(JdbcClient.create(database), List.of("炸" + mark, "轩辕" + mark))).isEmpty();
        assertThat(imports.find(id).map(imports::state)).contains(ImportState.STOPPED);
        management.setJobRetries(job(id).getId(), 1);
        CsvImport file = run(id);
        assertThat(file.tally()).isEqualTo(new Tally(2, 0, 0, 1));
        assertThat(reasons(file)).containsExactly("3||这一行提到的人已要求删除个人信息，内容已删除。");
        assertThat(rejects(file)).contains("\"3\",\"\",\"这一行提到的人已要求删除个人信息，内容已删除。\"\r\n");
    }

    @Test
    void refused_rows_of_an_erased_person_are_emptied_and_still_counted() {
        String mark = mark();
        CsvImport file = take(HEADERS.replace("\n", ",电子邮箱\n")
                + "天猫,,六,差,2026-11-01,,轩辕," + mark.toUpperCase(Locale.ROOT) + "@QQ.com\n天猫,,六,差,2026-11-01,,王一,x" + mark + "@qq.com\n");
        assertThat(reasons(file)).allMatch(reason -> reason.contains("六"));

        isErased(new Contact("轩辕", mark + "@qq.com", null, null));

        assertThat(reasons(file)).satisfiesExactly(first -> assertThat(first).isEqualTo("2||这一行提到的人已要求删除个人信息，内容已删除。"),
                second -> assertThat(second).contains("六"));
    }

    @Test
    void an_erasure_waits_for_the_rows_that_are_being_taken_in() throws Exception {
        CompletableFuture<Void> erased = new CompletableFuture<>();
        try (Connection batch = connections.getConnection()) {
            batch.setAutoCommit(false);
            batch.createStatement().execute("select pg_advisory_xact_lock(7240010)");
            erased.completeAsync(() -> {
                isErased(new Contact("轩辕", mark() + "@qq.com", null, null));
                return null;
            });
            await().until(() -> database.queryForObject("select count(*) from pg_locks where locktype = 'advisory' and not granted", Integer.class) == 1);
            batch.rollback();
            batch.setAutoCommit(true);
        }
        erased.join();
    }

    // Helpers

    private CsvImport take(String text) {
        return take("reviews.csv", utf8(text), "旗舰店");
    }

    private CsvImport take(String name, byte[] content, String shop) {
        return run(upload(ImportKind.REVIEWS, name, content, shop, null));
    }

    private long upload(ImportKind kind, String name, byte[] content, String shop, Channel platform) {
        return imports.upload(kind, new Upload(name, new ByteArrayResource(content)), shop, platform, "amy");
    }

    private CsvImport run(long id) {
        for (Optional<Job> next = nextJob(id); next.isPresent(); next = nextJob(id)) {
            management.executeJob(next.get().getId());
        }
        return imports.find(id).orElseThrow();
    }

    private Job job(long id) {
        return nextJob(id).orElseThrow();
    }

    private Optional<Job> nextJob(long id) {
        return Optional.ofNullable(instance(id)).map(instance -> management.createJobQuery().processInstanceId(instance).singleResult());
    }

    private String instance(long id) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceBusinessKey("import-" + id).singleResult())
                .map(instance -> instance.getId()).orElse(null);
    }

    private String rejects(CsvImport file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rejectsFile.write(file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> reasons(CsvImport file) {
        return imports.rejects(file, 100).stream().flatMap(reject -> reject.problems().stream()
                .map(problem -> reject.line() + "|" + problem.header() + "|" + problem.reason())).toList();
    }

    private Review review(String externalId) {
        String number = database.queryForObject("select number from review where external_id = ?", String.class, externalId);
        return reviews.find(number).orElseThrow();
    }

    private long registered(String mark) {
        return database.queryForObject("select count(*) from review where external_id like ?", Long.class, mark + "-%");
    }

    private long files() {
        return database.queryForObject("select count(*) from csv_import", Long.class);
    }

    private static String row(String platform, String rating) {
        return platform + "," + UUID.randomUUID() + "," + rating + ",差,2026-11-01,,\n";
    }

    private static String many(String mark, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "天猫,%s-%d,1,第%d条,2026-11-01,,王%d\n".formatted(mark, i, i, i)).collect(Collectors.joining());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        IntStream.of(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }

    private static byte[] encoded(String text, String encoding) {
        String charset = encoding.replace(" with mark", "");
        if (text.indexOf('\uD800') >= 0) {
            byte[] whole = encoded(text.replace("\uD800", ""), encoding);
            return ByteBuffer.allocate(whole.length + 2).put(whole).put((byte) 0).put((byte) 0xD8).array();
        }
        return ((encoding.equals(charset) ? "" : "\uFEFF") + text).getBytes(Charset.forName(charset));
    }
}

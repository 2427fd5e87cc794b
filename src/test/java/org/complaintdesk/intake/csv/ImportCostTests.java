package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.SqlCounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/**
 * What a row that opens a case may cost at most within a batch of rows: counts do not depend on the machine. What they are
 * made of: decision 0008.
 */
@DeskTest
class ImportCostTests {

    @Autowired Imports imports;
    @Autowired ImportProperties settings;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;

    @Test
    void a_bad_review_of_a_file_costs_at_most_so_many_statements_and_round_trips() {
        long id = upload(2 * settings.batch());
        SqlCounts batch = SqlCounts.ofThisThread();
        takeNext(id);

        batch.during(() -> takeNext(id));

        assertThat(imports.find(id).orElseThrow().tally()).isEqualTo(new Tally(2 * settings.batch(), 0, 0, 0));
        assertThat(batch.statements()).as(() -> "%s, most of them%n%s".formatted(batch, mostOften(batch)))
                .isLessThanOrEqualTo(27L * settings.batch());
        assertThat(batch.roundTrips()).as(() -> "%s, most of them%n%s".formatted(batch, mostOften(batch)))
                .isLessThanOrEqualTo(4L * settings.batch());
    }

    private static String mostOften(SqlCounts counts) {
        return counts.texts().stream().limit(40).map(said -> said.times() + " " + said.text().substring(0, Math.min(110, said.text().length())))
                .collect(Collectors.joining("\n"));
    }

    private long upload(int rows) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String csv = IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "天猫,%s-%d,1,物流太慢了第%d条,2026-11-01 09:05,%s%d,买家%d,tb_%s_%d,138%08d".formatted(mark, i, i, mark, i, i, mark, i, i))
                .collect(Collectors.joining("\n", "平台,评价编号,评分,评价内容,评价时间,订单号,买家昵称,会员名,手机\n", "\n"));
        return imports.upload(ImportKind.REVIEWS, new Upload("cost.csv", new ByteArrayResource(csv.getBytes())), "旗舰店", null, "amy");
    }

    private void takeNext(long id) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey("import-" + id).singleResult().getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.executeJob(job.getId());
    }
}

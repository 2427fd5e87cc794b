package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a start remembers of the shops it found; everything is taken back. */
@DeskTest
class InstanceShopsTests {

    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @Autowired TransactionTemplate transaction;
    @Autowired ManagementService management;
    @Autowired IdentityService identity;
    @Autowired AsSystem asSystem;
    @Autowired Wording wording;
    @Autowired DeskProperties desk;

    @Test
    void forty_shops_with_long_names_are_remembered_and_the_next_start_finds_nothing_to_do() {
        ManagementService watched = mock(ManagementService.class, delegatesTo(management));
        InstanceShops instances = new InstanceShops(jdbc, database, transaction, watched, fortyShops());

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            instances.align();
            instances.align();
        });

        verify(watched, times(1)).setProperty(any(), any());
    }

    private Shops fortyShops() {
        List<Shop> shops = IntStream.range(10, 50).mapToObj(i -> new Shop("醉卿酒业".repeat(4) + "第" + i + "店", null, null)).toList();
        assertThat(shops).allSatisfy(shop -> assertThat(shop.name()).hasSize(20));
        return new Shops(identity, asSystem, jdbc, wording, new DeskProperties(desk.publicUrl(), desk.language(), desk.zone(), shops));
    }
}

package org.complaintdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TurnsTests {

    private static final List<String> FOUR = List.of("turnann", "turnbob", "turncho", "turndee");

    @Autowired Turns turns;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private int taken;

    @AfterEach
    void forget() {
        jdbc.sql("delete from assignment_turn where person like 'turn%'").update();
        jdbc.sql("delete from act_ru_task where id_ like 'turn-%'").update();
    }

    @Test
    void everybody_has_a_turn_before_anybody_has_a_second() {
        known();

        assertThat(next(4)).containsExactlyInAnyOrderElementsOf(FOUR);
        assertThat(next(4)).containsExactlyInAnyOrderElementsOf(FOUR);
    }

    @Test
    void who_comes_back_from_leave_gets_one_and_not_all_that_was_missed() {
        known();
        for (int i = 0; i < 6; i++) {
            turns.longestWaiting(FOUR.subList(0, 3));
        }
        assertThat(next(1)).containsExactly("turndee");
        assertThat(next(3)).doesNotContain("turndee");
    }

    @Test
    void somebody_new_is_next_after_their_first_day_began() {
        known();
        List<String> five = new ArrayList<>(FOUR);
        five.add("turneve");
        turns.longestWaiting(five);

        assertThat(turns.longestWaiting(five)).contains("turneve");
    }

    @Test
    void a_task_that_is_rolled_back_gives_the_turn_back() {
        known();
        String promised = transaction.execute(status -> {
            String chosen = turns.longestWaiting(FOUR).orElseThrow();
            status.setRollbackOnly();
            return chosen;
        });

        assertThat(turns.longestWaiting(FOUR)).contains(promised);
    }

    @Test
    void two_nodes_at_the_same_moment_give_to_different_people_and_do_not_wait() throws Exception {
        known();
        List<String> chosen = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier both = new CyclicBarrier(2);
        atOnce(2, () -> transaction.execute(status -> {
            chosen.add(turns.longestWaiting(FOUR).orElseThrow());
            return meet(both);
        }));

        assertThat(chosen).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void while_everybody_is_being_given_something_it_is_anybody() throws Exception {
        List<String> one = List.of("turnann");
        turns.longestWaiting(one);
        List<String> chosen = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier both = new CyclicBarrier(2);
        atOnce(2, () -> transaction.execute(status -> {
            chosen.add(turns.longestWaiting(one).orElseThrow());
            return meet(both);
        }));

        assertThat(chosen).containsExactly("turnann", "turnann");
    }

    @Test
    void two_nodes_hand_out_evenly() throws Exception {
        known();
        Map<String, Integer> got = new HashMap<>();
        for (Future<List<String>> node : atOnce(2, () -> next(100))) {
            node.get().forEach(person -> got.merge(person, 1, Integer::sum));
        }

        assertThat(got.values()).as("200 tasks for 4 people: %s", got).allSatisfy(count -> assertThat(count).isBetween(45, 55));
    }

    @Test
    void who_has_the_fewest_open_tasks_is_next() {
        known();
        has("turnann", 3);
        has("turnbob", 1);
        has("turncho", 2);
        has("turndee", 2);

        assertThat(turns.leastLoaded(FOUR)).contains("turnbob");
        has("turnbob", 1);
        assertThat(List.of(least(), least(), least())).as("two each: by turns").containsExactlyInAnyOrder("turncho", "turndee", "turnbob");
    }

    @Test
    void nobody_to_choose_from_is_nobody() {
        assertThat(turns.longestWaiting(List.of())).isEmpty();
        assertThat(turns.leastLoaded(List.of())).isEmpty();
    }

    private String least() {
        return turns.leastLoaded(FOUR).orElseThrow();
    }

    private void known() {
        turns.longestWaiting(FOUR);
        next(3);
    }

    private List<String> next(int count) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turns.longestWaiting(FOUR).ifPresent(chosen::add);
        }
        return chosen;
    }

    private void has(String person, int count) {
        for (int i = 0; i < count; i++) {
            jdbc.sql("insert into act_ru_task (id_, rev_, assignee_, suspension_state_) values (?, 1, ?, 1)")
                    .params("turn-" + person + taken++, person).update();
        }
    }

    private static <T> List<Future<T>> atOnce(int nodes, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            return pool.invokeAll(Collections.nCopies(nodes, work));
        } finally {
            pool.shutdown();
        }
    }

    private static Optional<Void> meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

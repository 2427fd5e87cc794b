package org.complaintdesk.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a real PostgreSQL and a real SMTP server, one cached context for every test class. The job
 * executor is off: tests move the clock and run the jobs that are due themselves. It really listens, on a free port, for
 * what MockMvc does not reach: the engine's web applications and its REST.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({AnyPassword.class, SharedPostgres.class, SharedMailServer.class, SharedShopSystem.class, ShopsOfBefore.class, FlowRecorder.class,
        CaseDriver.class, ReviewDriver.class,
        LivedCase.class, WholeComplaint.class, WatchedDataSource.class})
@ExtendWith(EngineOfThisContext.class)
public @interface DeskTest {
}

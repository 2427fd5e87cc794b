package org.complaintdesk.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The application with two shops in its settings; one cached context for every test class about shops. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DeskTest
@TestPropertySource(properties = {
        "complaintdesk.shops[0].name=" + TwoShopsTest.NORTH,
        "complaintdesk.shops[0].mail=north@shops.example",
        "complaintdesk.shops[1].name=" + TwoShopsTest.SOUTH,
        "complaintdesk.shops[1].mail=south@shops.example"})
public @interface TwoShopsTest {

    String NORTH = "北岸旗舰店";
    String SOUTH = "南山专营店";
    /** In no settings. */
    String ELSEWHERE = "路边小店";
}

package org.complaintdesk.complaint;

import java.math.BigDecimal;
import java.util.List;
import org.complaintdesk.policy.Money;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** How our value types lie in the tables. */
@Configuration
class Conversions extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return List.of(MoneyToAmount.INSTANCE, AmountToMoney.INSTANCE, NumberToText.INSTANCE, TextToNumber.INSTANCE);
    }

    @WritingConverter
    enum MoneyToAmount implements Converter<Money, BigDecimal> {
        INSTANCE;

        @Override
        public BigDecimal convert(Money money) {
            return money.yuan();
        }
    }

    @ReadingConverter
    enum AmountToMoney implements Converter<BigDecimal, Money> {
        INSTANCE;

        @Override
        public Money convert(BigDecimal amount) {
            return Money.of(amount);
        }
    }

    @WritingConverter
    enum NumberToText implements Converter<ComplaintNumber, String> {
        INSTANCE;

        @Override
        public String convert(ComplaintNumber number) {
            return number.value();
        }
    }

    @ReadingConverter
    enum TextToNumber implements Converter<String, ComplaintNumber> {
        INSTANCE;

        @Override
        public ComplaintNumber convert(String number) {
            return new ComplaintNumber(number);
        }
    }
}

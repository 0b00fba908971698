import Mentorship

/// Headers as the forms and lists of schools word them, each with the field that it means.
///
/// Every second one was looked at while the patterns were written; the others were not.
enum HeaderSamples {
  /// `m` = a mentor's questionnaire, `e` = a mentee's, `a` = answers after the meeting; `-` = no field.
  static let lines = """
    e|ФИО|name
    m|Фамилия Имя Отчество|name
    e|Ваши ФИО|name
    m|Фамилия, имя, отчество (полностью)|name
    e|Ф.И.О. обучающегося|name
    m|ФИО наставника|name
    e|ФИО наставляемого|name
    e|ФИО ребёнка|name
    m|Укажите, пожалуйста, Ваши фамилию, имя и отчество|name
    e|Как Вас зовут? (ФИО полностью)|name
    a|Кто заполнил|name
    a|Ваше имя и фамилия|name
    m|Full name|name
    e|Name|name
    e|Ученик (фамилия, имя)|name
    m|Сотрудник|name
    e|Фамилия и имя учащегося|name
    a|Ваши фамилия и имя|name
    m|ФИО педагога|name
    e|1. Ваши ФИО|name
    e|ФИО родителя (законного представителя)|-
    e|ФИО классного руководителя|-
    e|Телефон родителя|-
    m|ФИО руководителя организации|-
    e|Имя питомца|-
    e|ФИО желаемого наставника|-
    e|Дата рождения|birth-date
    m|Ваша дата рождения|birth-date
    e|Дата рождения (дд.мм.гггг)|birth-date
    e|День, месяц и год рождения|birth-date
    e|Date of birth|birth-date
    e|Когда Вы родились?|birth-date
    m|Д.р.|birth-date
    e|Число, месяц, год рождения ребёнка|birth-date
    e|Год рождения|-
    m|Организация|organisation
    e|Образовательная организация|organisation
    m|Место работы|organisation
    e|Ваша школа|organisation
    m|Наименование предприятия|organisation
    e|Школа|organisation
    m|Название организации, в которой Вы работаете|organisation
    e|Учебное заведение|organisation
    m|Company|organisation
    e|ОУ|organisation
    e|В каком Вы классе?|grade
    e|Класс|grade
    m|Класс (например, 9Б)|grade
    e|Класс обучения|grade
    e|В каком классе ты учишься?|grade
    m|Укажите Ваш класс|grade
    e|Grade|grade
    e|Классы, в которых нужна помощь|-
    m|Классный руководитель|-
    m|Стаж|experience
    e|Педагогический стаж|experience
    m|Общий стаж работы (лет)|experience
    m|Сколько лет Вы работаете в школе?|experience
    e|Стаж педагогической деятельности|experience
    m|Опыт работы, лет|experience
    m|Years of experience|experience
    e|Согласие|consent
    m|Даю согласие на обработку персональных данных|consent
    e|Согласие на обработку ПДн|consent
    e|Вы согласны на обработку персональных данных?|consent
    m|Согласие на обработку персональных данных (152-ФЗ)|consent
    e|Я даю согласие на обработку моих персональных данных|consent
    m|Consent|consent
    e|Согласен(на) на обработку персональных данных|consent
    e|Подтверждаю согласие на обработку перс. данных|consent
    e|Получено ли согласие на обработку персональных данных|consent
    m|Согласие на фото- и видеосъёмку|-
    e|Согласие на участие в рассылке|-
    e|Согласны ли Вы встречаться онлайн?|-
    e|Согласие с правилами школы|-
    m|Дата согласия|consent-date
    e|Дата подписания согласия|consent-date
    e|Согласие: дата|consent-date
    m|Дата получения согласия на обработку ПД|consent-date
    e|Согласие действует до|consent-until
    m|Срок действия согласия|consent-until
    e|Согласие до|consent-until
    e|В какой форме хотите участвовать|form
    m|Форма наставничества|form
    e|В какой форме наставничества Вы хотите участвовать?|form
    m|Выберите форму наставничества|form
    e|Форма|form
    e|Направление наставничества|form
    e|С чем нужна помощь|requests
    m|Чем могу помочь|requests
    e|Запрос|requests
    e|Запрос к наставнику|requests
    m|Компетенции|requests
    m|Чем Вы можете помочь наставляемому?|requests
    e|В чём Вам нужна помощь наставника?|requests
    e|Какая помощь наставника Вам нужна?|requests
    m|Ваши сильные стороны и компетенции|requests
    m|В каких направлениях Вы готовы помогать?|requests
    e|Основной запрос наставляемого|requests
    e|Опишите Ваш запрос|requests
    m|Профессиональные компетенции|requests
    e|Чему Вы хотите научиться?|requests
    m|What can you help with?|requests
    e|What do you need help with?|requests
    e|Предметы|subjects
    m|Предмет|subjects
    e|По каким предметам нужна помощь?|subjects
    m|Какие предметы Вы знаете хорошо?|subjects
    m|Преподаваемый предмет|subjects
    e|Учебные предметы|subjects
    m|Какой предмет Вы ведёте|subjects
    e|Subjects|subjects
    e|Предметы, по которым есть трудности|subjects
    e|Интересы|interests
    m|Увлечения|interests
    e|Ваши увлечения и хобби|interests
    m|Хобби|interests
    e|Чем Вы увлекаетесь в свободное время?|interests
    m|Круг интересов|interests
    e|Чем ты любишь заниматься?|interests
    m|Interests|interests
    e|Когда удобно встречаться|hours
    m|Свободное время|hours
    e|Удобное время|hours
    m|Удобные дни и часы для встреч|hours
    e|В какие дни и часы Вам удобно встречаться?|hours
    m|Когда Вам удобно проводить встречи?|hours
    e|Дни недели и время|hours
    m|Availability|hours
    e|Время, удобное для занятий|hours
    m|Ресурс времени|hours
    e|Формат|format
    m|Формат встреч|format
    e|Предпочитаемый формат встреч (очно/онлайн)|format
    m|В каком формате Вам удобно работать?|format
    e|Очно или онлайн?|format
    m|Формат взаимодействия|format
    m|Возраст наставляемого|wished-ages
    m|Желаемый возраст наставляемых|wished-ages
    m|С детьми какого возраста Вы хотели бы работать?|wished-ages
    m|Предпочитаемый возраст подопечного|wished-ages
    e|Желаемый возраст наставника|-
    m|Сколько наставляемых|capacity
    m|Сколько наставляемых Вы готовы взять?|capacity
    m|Количество наставляемых|capacity
    m|Максимальное число наставляемых|capacity
    m|max_mentees_wanted|capacity
    m|Скольким ученикам Вы готовы помогать?|capacity
    m|Вместимость|capacity
    m|Минимальное число наставляемых|minimum
    m|Минимум в группе|minimum
    m|Не меньше скольких наставляемых?|minimum
    m|Всего наставляемых по всем формам|total-capacity
    m|Сколько наставляемых всего|total-capacity
    m|Статус|admission
    m|Допуск|admission
    m|Этап отбора|admission
    m|Статус допуска наставника|admission
    m|Дополнительное соглашение|addendum
    m|Доп. соглашение к трудовому договору|addendum
    m|Допсоглашение заключено|addendum
    e|Профессиональный дефицит|deficit
    e|Есть ли у Вас профессиональные дефициты?|deficit
    e|Дефицит|deficit
    a|Были на встрече?|present
    a|Присутствовал|present
    a|Вы присутствовали на групповой встрече?|present
    a|1-й выбор|choice
    a|Первый выбор|choice
    a|Кого Вы выбираете в первую очередь?|choice
    a|Выбор 2|choice
    a|Третий по предпочтению наставник|choice
    a|С кем ещё готов(а) работать|list
    a|С кем бы Вы хотели работать?|list
    a|Кого из наставников Вы бы выбрали?|list
    a|Предпочитаемые наставники|list
    a|Оценки|marks
    a|Оцените участников встречи от 1 до 5|marks
    a|Поставьте оценку каждому наставнику|marks
    a|С кем не хотел(а) бы работать|veto
    a|С кем Вы не хотели бы работать?|veto
    a|С кем работать точно не готовы|veto
    a|Почему|veto-reason
    a|Почему не хотели бы работать?|veto-reason
    a|Причина отказа|veto-reason
    m|Телефон|phone
    e|Контактный телефон|phone
    m|Номер телефона для связи|phone
    e|Моб. тел.|phone
    m|Phone|phone
    e|Ваш телефон (WhatsApp)|phone
    e|Адрес электронной почты|email
    m|E-mail|email
    e|Электронная почта|email
    m|Ваш email|email
    a|Адрес электронной почты|email
    m|Эл. почта|email
    e|Отметка времени|-
    m|Timestamp|-
    e|Время создания|-
    e|ID|-
    m|№|-
    m|№ п/п|-
    m|Примечание|-
    m|Должность|-
    m|Категория|-
    e|Баллы|-
    e|Пол|-
    m|Образование|-
    e|Ссылка на ВКонтакте|-
    m|Достижения|-
    e|Дата заполнения|-
    m|Табельный номер|id
    e|Код участника|id
    e|ID участника|id
    """
}

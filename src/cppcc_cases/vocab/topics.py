"""The topics: what a consultation is about."""

from cppcc_cases.model.vocabulary import Term
from cppcc_cases.text import Text, rows

_TABLE = """
    consultation_institutions | 协商制度建设 | consultation institutions
      | 协商的平台、规程、机制本身。
      | The platforms, procedures and mechanisms of consultation themselves.
    proposal_work | 提案工作 | proposal work | 提案的提出、立案、办理、督办与评价。
      | Making, filing, handling, supervising and appraising proposals.
    public_liaison | 联系群众 | liaison with the public | 委员联系界别群众、接待来访、收集民意。
      | Members' contact with their sectors and the public, and gathering of opinions.
    grassroots_governance | 基层治理 | grassroots governance | 社区、村镇事务与城市管理。
      | The affairs of neighbourhoods, villages and towns, and city management.
    regional_cooperation | 区域合作 | regional cooperation | 跨行政区的协同发展。
      | Joint development across administrative borders.
    industry | 产业发展 | industrial development | 制造业、产业集群与转型升级。
      | Manufacturing, industrial clusters and upgrading.
    services | 服务业 | service industries | 生产性与生活性服务业。
      | Services to producers and to consumers.
    energy | 能源 | energy | 能源项目与能源转型。 | Energy projects and the energy transition.
    work_safety | 安全生产 | work safety | 矿山、企业等的生产安全。
      | Safety in mines and at other places of work.
    agriculture | 农业与乡村振兴 | agriculture and rural revitalisation
      | 农业现代化、农民增收与乡村发展。 | Modern farming, farm incomes and rural development.
    culture_tourism | 文化和旅游 | culture and tourism | 文化遗产、旅游及二者融合。
      | Heritage, tourism and the joining of the two.
    digital_governance | 数字治理 | digital governance | 以数据平台和热线改进公共服务。
      | Data platforms and hotlines in the service of the public.
    housing_environment | 人居环境 | housing and living environment | 老旧小区改造与公共空间。
      | Renewal of old housing areas and public space.
    education | 教育 | education | 学校教育、研学实践与职业教育。
      | Schooling, study tours and vocational education.
    health | 卫生健康 | health | 医疗与公共卫生。
      | Medical care and public health.
    ecology | 生态环保 | ecology and environment | 污染防治与生态保护。
      | Pollution control and protection of nature.
    economy | 经济发展 | economy | 宏观经济、财税金融与民营经济。
      | The economy at large, finance and taxes, private enterprise.
    business_environment | 营商环境 | business environment | 政务服务、市场准入与惠企政策。
      | Public services to firms, access to markets, policies for firms.
    science_technology | 科技创新 | science and technology | 科技创新、人才与成果转化。
      | Innovation, talent, and research put to use.
    urban_construction | 城乡建设 | urban and rural construction | 城乡规划、道路交通与市政设施。
      | Planning, roads and transport, municipal works.
    employment_security | 就业和社会保障 | employment and social security
      | 就业、社会保险、救助与残疾人事业。
      | Jobs, insurance, relief, and the affairs of the disabled.
    ageing | 养老 | care of the old | 养老服务与老龄事业。
      | Services to the old, and an ageing society.
    youth | 妇女儿童和青少年 | women, children and young people
      | 青少年成长、托育与妇女儿童权益。
      | Growing up, day care, rights of women and children.
    society_law | 社会和法制 | society and law | 法治建设、社会治安与矛盾调处；立法协商也在内。
      | Rule of law, public order, settling of disputes; consultation on legislation too.
    ethnic_religious | 民族和宗教 | ethnic and religious affairs | 民族团结与宗教事务。
      | Ethnic unity and religious affairs.
    overseas_liaison | 港澳台侨和外事 | overseas liaison and foreign affairs
      | 港澳台侨联谊与对外交往。
      | Ties with compatriots in Hong Kong, Macao and Taiwan, with overseas Chinese, and abroad.
    history_records | 文史资料 | historical records | 文史资料的征集、出版与利用。
      | Collecting, publishing and using records of history.
    sports | 体育 | sports | 全民健身与体育产业。 | Sports for all, and as an industry.
    disaster_relief | 防灾应急 | disaster prevention and emergencies | 防灾减灾、应急与公共安全。
      | Prevention of disasters, emergencies, public safety.
    united_front | 团结联谊 | unity and friendship | 党派合作、联谊交友与凝聚共识。
      | Cooperation of parties, ties of friendship, building consensus.
"""
TOPICS: tuple[Term, ...] = tuple(
    Term(id=id_, label=Text(zh=zh, en=en), definition=Text(zh=about_zh, en=about_en))
    for id_, zh, en, about_zh, about_en in rows(_TABLE)
)
